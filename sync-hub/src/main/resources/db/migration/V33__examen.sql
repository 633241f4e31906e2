-- What `etat` alone does not tell. `etat` stays what it was: may it enter the draw (RECEVABLE), may it not (IRRECEVABLE), or is
-- nothing decided (DEPOSEE). A withdrawn application is one that may not.
ALTER TABLE candidature ADD COLUMN stade TEXT NOT NULL DEFAULT ''
    CHECK (stade IN ('', 'A_COMPLETER', 'COMPLETEE', 'IRRECEVABILITE_PROPOSEE', 'RETIREE'));
ALTER TABLE candidature ADD COLUMN proposee_par TEXT;
ALTER TABLE candidature ADD COLUMN manques TEXT;
ALTER TABLE candidature ADD COLUMN echeance TEXT;
ALTER TABLE candidature ADD COLUMN moyen TEXT;
ALTER TABLE candidature ADD COLUMN faite_le TEXT;

-- Every decision is a row of its own, the one that takes another back too: `retour` is the number of the row whose state
-- holds again, 0 for the state on arrival.
ALTER TABLE decision ADD COLUMN stade TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN proposee_par TEXT;
ALTER TABLE decision ADD COLUMN manques TEXT;
ALTER TABLE decision ADD COLUMN echeance TEXT;
ALTER TABLE decision ADD COLUMN moyen TEXT;
ALTER TABLE decision ADD COLUMN faite_le TEXT;
ALTER TABLE decision ADD COLUMN retour ${entier};

-- Until now a decision was taken back in one way only.
UPDATE decision SET retour = 0 WHERE etat = 'DEPOSEE';

-- What staff said of two applications that look alike; a row lifted asks the question again, and stays.
CREATE TABLE paire_de_doublon (
    a         TEXT NOT NULL REFERENCES candidature (code),
    b         TEXT NOT NULL REFERENCES candidature (code),
    numero    ${entier} NOT NULL CHECK (numero >= 1),
    gardee    TEXT,
    le        ${entier} NOT NULL,
    par       TEXT NOT NULL,
    levee_le  ${entier},
    levee_par TEXT,
    PRIMARY KEY (a, b, numero),
    CHECK (a < b),
    CHECK (gardee IS NULL OR gardee = a OR gardee = b)
) ${strict};

-- One answer at a time on two people.
CREATE UNIQUE INDEX paire_de_doublon_decidee ON paire_de_doublon (a, b) WHERE levee_le IS NULL;
CREATE INDEX paire_de_doublon_par_b ON paire_de_doublon (b);
