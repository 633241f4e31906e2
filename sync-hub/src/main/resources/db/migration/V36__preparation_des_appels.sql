-- The call being prepared: one at most, in which anything may still be missing. `version` moves at each save.
CREATE TABLE brouillon_d_appel (
    single ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    version ${entier} NOT NULL,
    id TEXT NOT NULL,
    titre TEXT NOT NULL,
    ouvre_le TEXT,
    jusqu_au TEXT,
    heure TEXT,
    date_de_reference TEXT,
    tirage_le TEXT,
    lieu TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL
) ${strict};

-- What a call says in each language. `appel` is empty while the call is prepared: hence no foreign key.
CREATE TABLE texte_d_appel (
    appel TEXT NOT NULL,
    langue TEXT NOT NULL,
    titre TEXT NOT NULL,
    corps TEXT NOT NULL,
    PRIMARY KEY (appel, langue)
) ${strict};

-- The seats to fill in each sector, and where its mairie receives people. `appel` is empty while the call is prepared.
CREATE TABLE secteur_d_appel (
    appel TEXT NOT NULL,
    secteur TEXT NOT NULL,
    sieges ${entier} NOT NULL CHECK (sieges BETWEEN 0 AND 4),
    lieu TEXT NOT NULL,
    PRIMARY KEY (appel, secteur)
) ${strict};

-- Numbered paper forms made for a mairie; the numbers of a mairie follow one another.
CREATE TABLE lot_de_fiches (
    appel TEXT NOT NULL REFERENCES appel (id),
    mairie TEXT NOT NULL,
    premier ${entier} NOT NULL CHECK (premier >= 1),
    dernier ${entier} NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (appel, mairie, premier)
) ${strict};

-- How many paper forms a mairie told the secretariat it received.
CREATE TABLE fiches_annoncees (
    appel TEXT NOT NULL REFERENCES appel (id),
    mairie TEXT NOT NULL,
    nombre ${entier} NOT NULL CHECK (nombre >= 0),
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (appel, mairie)
) ${strict};
