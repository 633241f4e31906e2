-- Nothing of a call, or of one application when `code` is there, is destroyed while this stands.
CREATE TABLE suspension (
    numero    ${entier} PRIMARY KEY CHECK (numero >= 1),
    appel     TEXT NOT NULL REFERENCES appel (id),
    code      TEXT,
    motif     TEXT NOT NULL,
    posee_le  ${entier} NOT NULL,
    posee_par TEXT NOT NULL,
    levee_le  ${entier},
    levee_par TEXT,
    fin_motif TEXT
) ${strict};

-- What the hub proposes to destroy under one rule, from the proposal to the count of what was destroyed.
CREATE TABLE purge (
    numero      ${entier} PRIMARY KEY CHECK (numero >= 1),
    regle       TEXT NOT NULL,
    etat        TEXT NOT NULL CHECK (etat IN ('PROPOSEE', 'VISEE', 'EN_COURS', 'EXECUTEE', 'ECARTEE')),
    empreinte   TEXT NOT NULL,
    nombre      ${entier} NOT NULL,
    proposee_le ${entier} NOT NULL,
    visee_le    ${entier},
    visee_par   TEXT,
    executee_le ${entier},
    detruites   ${entier} NOT NULL DEFAULT 0,
    ecartees    ${entier} NOT NULL DEFAULT 0
) ${strict};

CREATE UNIQUE INDEX purge_ouverte ON purge (regle) WHERE etat IN ('PROPOSEE', 'VISEE', 'EN_COURS');

-- What falls due, one by one, as long as it is not settled: a receipt code, a day of the access log, a request.
CREATE TABLE purge_element (
    purge    ${entier} NOT NULL REFERENCES purge (numero),
    objet    TEXT NOT NULL,
    echeance TEXT NOT NULL,
    PRIMARY KEY (purge, objet)
) ${strict};
