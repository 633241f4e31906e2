-- Notices that the mairies put up: kiosks show them from a day to another, agents say since when they hang on the board.
CREATE TABLE avis (
    id ${entier} NOT NULL PRIMARY KEY CHECK (id >= 1),
    titre TEXT NOT NULL,
    texte TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    publie_le ${entier} NOT NULL,
    publie_par TEXT NOT NULL,
    retire_le ${entier},
    retire_par TEXT
) ${strict};

-- Since which day a notice hangs in a place, as it was last said; every word on it is a line of the register.
CREATE TABLE affichage (
    avis ${entier} NOT NULL REFERENCES avis (id),
    lieu TEXT NOT NULL,
    jour TEXT NOT NULL,
    par TEXT NOT NULL,
    borne ${entier},
    note_le ${entier} NOT NULL,
    PRIMARY KEY (avis, lieu)
) ${strict};
