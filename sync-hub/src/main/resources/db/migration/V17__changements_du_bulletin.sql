-- One row: raised in the transaction of each change to what the bulletin says (calls, agents, keys of kiosks), so that
-- every instance knows without reading it all that what it signed last is still what there is to say.
CREATE TABLE bulletin_change (
    single ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    number ${entier} NOT NULL
) ${strict};

INSERT INTO bulletin_change (single, number) VALUES (1, 0);
