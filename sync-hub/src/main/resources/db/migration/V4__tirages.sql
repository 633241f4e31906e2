-- One draw per call. Each stage fills its columns once, in this order: list, reading, dice, procès-verbal.
CREATE TABLE tirage (
    appel TEXT PRIMARY KEY REFERENCES appel (id),
    liste ${octets} NOT NULL,
    empreinte TEXT NOT NULL,
    arretee_le ${entier} NOT NULL,
    arretee_par TEXT NOT NULL,
    lecture TEXT,
    lecture_le ${entier},
    lecture_par TEXT,
    des TEXT,
    des_le ${entier},
    des_par TEXT,
    pv ${octets},
    tire_le ${entier},
    tire_par TEXT,
    CHECK (des IS NULL OR lecture IS NOT NULL),
    CHECK (pv IS NULL OR des IS NOT NULL)
) ${strict};

-- Frozen lists that were annulled before the first die, kept with their reason.
CREATE TABLE arret_annule (
    appel TEXT NOT NULL REFERENCES appel (id),
    annule_le ${entier} NOT NULL,
    annule_par TEXT NOT NULL,
    motif TEXT NOT NULL,
    liste ${octets} NOT NULL,
    empreinte TEXT NOT NULL,
    arretee_le ${entier} NOT NULL,
    arretee_par TEXT NOT NULL,
    PRIMARY KEY (appel, annule_le)
) ${strict};
