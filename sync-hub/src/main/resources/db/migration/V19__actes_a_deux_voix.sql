-- Acts that a person proposes and another one, under another role, confirms while nothing moved. The number is that of the
-- proposal in the register. What was shown is kept; the parameters are emptied once the act is settled.
CREATE TABLE acte_a_deux_voix (
    numero      ${entier} PRIMARY KEY,
    genre       TEXT NOT NULL,
    objet       TEXT NOT NULL,
    montre      TEXT NOT NULL,
    etat        TEXT NOT NULL,
    empreinte   TEXT NOT NULL,
    parametres  TEXT NOT NULL,
    motif       TEXT NOT NULL,
    propose_par TEXT NOT NULL,
    propose_role TEXT NOT NULL,
    propose_le  ${entier} NOT NULL,
    expire_le   ${entier} NOT NULL,
    suite       TEXT,
    suite_par   TEXT,
    suite_role  TEXT,
    suite_le    ${entier},
    suite_motif TEXT
) ${strict};

-- One proposal at a time on one thing.
CREATE UNIQUE INDEX acte_a_deux_voix_en_attente ON acte_a_deux_voix (genre, objet) WHERE suite IS NULL;
