-- Members whose mandate is renewed, as staff registered them for a call before its list is frozen: they hold their seats
-- and count for the balance. No name: the code was minted for the list.
CREATE TABLE reconduit (
    appel TEXT NOT NULL REFERENCES appel (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    secteur TEXT NOT NULL,
    sexe TEXT NOT NULL,
    classe TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (appel, id)
) ${strict};
