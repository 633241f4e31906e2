-- What people ask for their data, and when it was answered. Nobody is named: the number of a receipt, when there is one.
CREATE TABLE demande_de_droit (
    -- Of its row in the register.
    numero      ${entier} PRIMARY KEY,
    droit       TEXT NOT NULL,
    -- Empty when the person gave none.
    candidature TEXT NOT NULL,
    canal       TEXT NOT NULL,
    recue_le    TEXT NOT NULL,
    -- Why two more months are needed; empty while one is enough.
    prolongee   TEXT NOT NULL,
    reponse     TEXT,
    repondue_le ${entier},
    repondue_par TEXT
) ${strict};
