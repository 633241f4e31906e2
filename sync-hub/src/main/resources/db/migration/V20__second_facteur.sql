-- What staff prove beside their password. The secret of the codes is sealed with the hub's own key.
CREATE TABLE second_facteur (
    identifiant TEXT PRIMARY KEY REFERENCES compte (identifiant) ON DELETE CASCADE,
    secret ${octets} NOT NULL,
    -- The last thirty-second step whose code served: no code serves twice.
    dernier_pas ${entier} NOT NULL,
    inscrit_le ${entier} NOT NULL
) ${strict};

CREATE TABLE code_de_secours (
    identifiant TEXT NOT NULL REFERENCES compte (identifiant) ON DELETE CASCADE,
    empreinte TEXT NOT NULL,
    PRIMARY KEY (identifiant, empreinte)
) ${strict};

-- Open sessions; a row taken away ends the session at its next request.
CREATE TABLE session_ouverte (
    id TEXT PRIMARY KEY,
    identifiant TEXT NOT NULL REFERENCES compte (identifiant) ON DELETE CASCADE,
    appareil TEXT NOT NULL,
    ouverte_le ${entier} NOT NULL,
    vue_le ${entier} NOT NULL
) ${strict};

CREATE INDEX session_ouverte_par_compte ON session_ouverte (identifiant);
