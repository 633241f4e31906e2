-- The paper that an agent of a mairie copied at a kiosk: nothing here names a person.
CREATE TABLE fiche_de_mairie (
    envelope TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE REFERENCES candidature (code),
    recue_le TEXT NOT NULL,
    postee_le TEXT
) ${strict};

-- What kiosks say of people who take their application back. `scelle` is the sealed envelope, kept as long as somebody may have
-- to read under which identity it was asked; it is emptied once nobody does. The code may be of no application yet.
CREATE TABLE retrait (
    envelope TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    borne ${entier} NOT NULL,
    mairie TEXT NOT NULL,
    agent TEXT NOT NULL,
    par_identite ${entier} NOT NULL CHECK (par_identite IN (0, 1)),
    demande_le ${entier} NOT NULL,
    recu_le ${entier} NOT NULL,
    etat TEXT NOT NULL CHECK (etat IN ('ATTEND', 'APPLIQUE', 'SANS_EFFET', 'A_DECIDER', 'REGLE')),
    raison TEXT,
    cle TEXT NOT NULL,
    scelle ${octets} NOT NULL,
    suite TEXT,
    regle_le ${entier},
    regle_par TEXT
) ${strict};

CREATE INDEX retrait_par_code ON retrait (code, etat);
