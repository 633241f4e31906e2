-- Files that nobody but the data protection officer may read, and on which nobody decides (GDPR, art. 18).
CREATE TABLE limitation (
    code TEXT PRIMARY KEY,
    le   ${entier} NOT NULL,
    par  TEXT NOT NULL
) ${strict};

-- What people asked about their data. No name is here: a person is the code of a receipt, once it was found and verified.
CREATE TABLE demande_de_droits (
    numero          ${entier} PRIMARY KEY CHECK (numero >= 1),
    droit           TEXT NOT NULL,
    canal           TEXT NOT NULL,
    recue_le        TEXT NOT NULL,
    enregistree_le  ${entier} NOT NULL,
    enregistree_par TEXT NOT NULL,
    code            TEXT,
    verification    TEXT,
    verifiee_le     ${entier},
    verifiee_par    TEXT,
    prolongee_le    ${entier},
    prolongee_par   TEXT,
    prolongation    TEXT,
    issue           TEXT,
    motif           TEXT,
    close_le        ${entier},
    close_par       TEXT,
    CHECK ((code IS NULL) = (verification IS NULL)),
    CHECK ((issue IS NULL) = (close_le IS NULL))
) ${strict};

CREATE INDEX demande_de_droits_par_code ON demande_de_droits (code);
