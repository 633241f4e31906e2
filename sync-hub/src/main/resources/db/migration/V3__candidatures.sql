-- One row per call: `changement` moves at every write on its candidatures, `gelee` is 1 once its list is frozen.
CREATE TABLE registre_de_l_appel (
    appel TEXT PRIMARY KEY REFERENCES appel (id),
    changement ${entier} NOT NULL,
    gelee ${entier} NOT NULL CHECK (gelee IN (0, 1))
) ${strict};

-- No name, birth date, address or contact in clear: they are in `identite`, sealed with the code as context.
CREATE TABLE candidature (
    code TEXT PRIMARY KEY,
    envelope TEXT NOT NULL UNIQUE,
    appel TEXT NOT NULL REFERENCES appel (id),
    secteur TEXT NOT NULL,
    parite TEXT NOT NULL,
    classe TEXT,
    mairie TEXT NOT NULL,
    deposee_le ${entier} NOT NULL,
    recue_le ${entier} NOT NULL,
    hors_delai ${entier} NOT NULL CHECK (hors_delai IN (0, 1)),
    etat TEXT NOT NULL CHECK (etat IN ('DEPOSEE', 'RECEVABLE', 'IRRECEVABLE')),
    motif TEXT,
    precisions TEXT NOT NULL,
    decidee_le ${entier},
    decidee_par TEXT,
    identite ${octets} NOT NULL
) ${strict};

CREATE INDEX candidature_par_appel ON candidature (appel, etat);

-- Every decision ever taken, in order; nothing is removed.
CREATE TABLE decision (
    code TEXT NOT NULL REFERENCES candidature (code),
    numero ${entier} NOT NULL,
    etat TEXT NOT NULL,
    motif TEXT,
    precisions TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (code, numero)
) ${strict};
