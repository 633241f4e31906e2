-- Which declaration closed a call, and which call a reopening is about: never guessed from a clock.
ALTER TABLE cloture ADD COLUMN inscription TEXT;
UPDATE cloture SET inscription = (
    SELECT i.id FROM inscription i WHERE i.kind = 'CLOTURE' AND i.at = cloture.at ORDER BY i.rowid DESC LIMIT 1);

-- The last time that this mairie said it receives again for a call.
CREATE TABLE reouverture (
    appel TEXT NOT NULL PRIMARY KEY,
    at    ${entier} NOT NULL
) ${strict};

-- Whether a chain that began still takes over, slice by slice, what was pending in the others.
ALTER TABLE link ADD COLUMN reappending ${entier} NOT NULL DEFAULT 0;
