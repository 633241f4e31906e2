-- What kiosks declare, as the proof before the draw needs it. Nothing here is about a person.

-- The chains of a kiosk in the order in which they arrived.
CREATE TABLE chaine_ouverte (
    borne           ${entier} NOT NULL REFERENCES kiosk (number),
    chaine          TEXT NOT NULL,
    numero          ${entier} NOT NULL CHECK (numero >= 1),
    cause           TEXT NOT NULL,
    precedente      TEXT,
    precedente_seq  ${entier},
    precedente_hash TEXT,
    at              ${entier} NOT NULL,
    recue_le        ${entier} NOT NULL,
    PRIMARY KEY (borne, chaine),
    UNIQUE (borne, numero)
) ${strict};

-- The last closing of a call in each chain, and whether anything undid it since.
CREATE TABLE cloture (
    borne               ${entier} NOT NULL REFERENCES kiosk (number),
    appel               TEXT NOT NULL,
    chaine              TEXT NOT NULL,
    seq                 ${entier} NOT NULL,
    agent               TEXT NOT NULL,
    formulaires         ${entier} NOT NULL CHECK (formulaires >= 0),
    perdues             ${entier} NOT NULL CHECK (perdues >= 0),
    at                  ${entier} NOT NULL,
    recue_le            ${entier} NOT NULL,
    rouverte_le         ${entier},
    candidatures_depuis ${entier} NOT NULL DEFAULT 0,
    PRIMARY KEY (borne, appel, chaine)
) ${strict};

CREATE TABLE evenement (
    borne   ${entier} NOT NULL REFERENCES kiosk (number),
    chaine  TEXT NOT NULL,
    seq     ${entier} NOT NULL,
    nature  TEXT NOT NULL,
    details TEXT NOT NULL,
    at      ${entier} NOT NULL,
    recu_le ${entier} NOT NULL,
    PRIMARY KEY (borne, chaine, seq)
) ${strict};

-- Going on without what a kiosk lacks, with its reason; it holds for what was shown (`etat`) and nothing else.
CREATE TABLE derogation (
    appel       TEXT NOT NULL REFERENCES appel (id),
    borne       ${entier} NOT NULL REFERENCES kiosk (number),
    numero      ${entier} NOT NULL CHECK (numero >= 1),
    etat        TEXT NOT NULL,
    manque      TEXT NOT NULL,
    motif       TEXT NOT NULL,
    par         TEXT NOT NULL,
    le          ${entier} NOT NULL,
    retiree_par TEXT,
    retiree_le  ${entier},
    PRIMARY KEY (appel, borne, numero)
) ${strict};

-- The derogations under which a list was frozen, as they were then; gone with that freeze.
CREATE TABLE derogation_du_tirage (
    appel  TEXT NOT NULL REFERENCES tirage (appel) ON DELETE CASCADE,
    borne  ${entier} NOT NULL,
    mairie TEXT NOT NULL,
    nom    TEXT NOT NULL,
    manque TEXT NOT NULL,
    motif  TEXT NOT NULL,
    par    TEXT NOT NULL,
    le     ${entier} NOT NULL,
    PRIMARY KEY (appel, borne)
) ${strict};
