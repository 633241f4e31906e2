-- When and where the procès-verbal of a public draw was published (art. 7 §2). Rows are only ever added: the last one
-- stands, those before it are what was believed until then. Without a day, the one before is taken back. A rehearsal has a
-- number, which this table does not take. Bound to the bytes of pv.json: another procès-verbal has dates of its own.
CREATE TABLE publication_du_pv (
    appel TEXT NOT NULL,
    repetition ${entier} NOT NULL CHECK (repetition = 0),
    pv TEXT NOT NULL,
    numero ${entier} NOT NULL CHECK (numero >= 1),
    jour TEXT,
    support TEXT CHECK (support IN ('SITE', 'RECUEIL')),
    ou TEXT,
    motif TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (appel, pv, numero),
    FOREIGN KEY (appel, repetition) REFERENCES tirage (appel, repetition) ON DELETE CASCADE,
    CHECK ((jour IS NULL) = (support IS NULL) AND (jour IS NULL) = (ou IS NULL)),
    CHECK ((numero = 1) = (motif = '') AND (numero > 1 OR jour IS NOT NULL))
) ${strict};
