-- How many candidates of each sector stated no preference, counted when the list was frozen; gone with that freeze.
CREATE TABLE sans_preference (
    appel TEXT NOT NULL REFERENCES tirage (appel) ON DELETE CASCADE,
    secteur TEXT NOT NULL,
    nombre ${entier} NOT NULL CHECK (nombre >= 0),
    PRIMARY KEY (appel, secteur)
) ${strict};
