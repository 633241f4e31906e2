-- The withdrawals that agents recorded here: a number and a time, nobody's name.
CREATE TABLE retrait (
    code        TEXT NOT NULL PRIMARY KEY,
    agent       TEXT NOT NULL,
    at          ${entier} NOT NULL,
    inscription TEXT NOT NULL
) ${strict};

-- Since which day each notice of the bulletin hangs on the board of this mairie, as an agent last said it here.
CREATE TABLE affichage (
    avis        ${entier} NOT NULL PRIMARY KEY,
    jour        TEXT NOT NULL,
    agent       TEXT NOT NULL,
    inscription TEXT NOT NULL
) ${strict};

-- The forms copied from paper here; of which call, only the hub decides, by the day that counts.
CREATE TABLE fiche_papier (
    inscription TEXT NOT NULL PRIMARY KEY,
    jour        TEXT NOT NULL,
    original    TEXT NOT NULL
) ${strict};

-- The duplicates asked of the printer: each has its number, whether the paper came out whole or not.
CREATE TABLE duplicata (
    code   TEXT NOT NULL,
    number ${entier} NOT NULL CHECK (number >= 1),
    agent  TEXT NOT NULL,
    at     ${entier} NOT NULL,
    PRIMARY KEY (code, number)
) ${strict};

-- When the hub signed the last page of statuses that was taken here, by its clock.
ALTER TABLE link ADD COLUMN statuts_at ${entier} NOT NULL DEFAULT 0;
