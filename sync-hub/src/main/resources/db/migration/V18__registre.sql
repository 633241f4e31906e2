-- Who did what, when, on what and why: rows are only ever added, each bound to the one before by its hash. No index but the
-- number: an act pays for each, and a register of years is read through in less than a second.
CREATE TABLE registre (
    numero     ${entier} PRIMARY KEY CHECK (numero >= 1),
    le         ${entier} NOT NULL,
    auteur     TEXT NOT NULL,
    roles      TEXT NOT NULL,
    acte       TEXT NOT NULL,
    objet      TEXT NOT NULL,
    motif      TEXT NOT NULL,
    details    TEXT NOT NULL,
    precedente TEXT NOT NULL,
    empreinte  TEXT NOT NULL
) ${strict};

-- The number and the hash of the last row. Its row is held from an act to the end of its transaction: numbers are
-- committed in their order, and an act undone gives its number back.
CREATE TABLE registre_tete (
    single    ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    numero    ${entier} NOT NULL CHECK (numero >= 0),
    empreinte TEXT NOT NULL
) ${strict};

INSERT INTO registre_tete (single, numero, empreinte)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What the last verification found; `rupture` is empty when the chain was whole.
CREATE TABLE registre_verifie (
    single    ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    le        ${entier} NOT NULL,
    lignes    ${entier} NOT NULL,
    empreinte TEXT NOT NULL,
    rupture   TEXT NOT NULL
) ${strict};

${preparer_le_refus}

CREATE TRIGGER registre_jamais_change BEFORE UPDATE ON registre ${refuser};

CREATE TRIGGER registre_jamais_retire BEFORE DELETE ON registre ${refuser};

${refuser_de_vider}
