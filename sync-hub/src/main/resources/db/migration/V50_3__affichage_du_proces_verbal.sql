-- Since when the procès-verbal of a public draw is posted, place by place (art. 7 §2), under the same rules as its
-- publication.
CREATE TABLE affichage_du_pv (
    appel TEXT NOT NULL,
    repetition ${entier} NOT NULL CHECK (repetition = 0),
    pv TEXT NOT NULL,
    lieu TEXT NOT NULL,
    numero ${entier} NOT NULL CHECK (numero >= 1),
    jour TEXT,
    motif TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    PRIMARY KEY (appel, pv, lieu, numero),
    FOREIGN KEY (appel, repetition) REFERENCES tirage (appel, repetition) ON DELETE CASCADE,
    CHECK ((numero = 1) = (motif = '') AND (numero > 1 OR jour IS NOT NULL))
) ${strict};
