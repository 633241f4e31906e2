-- Every pair of keys that this hub has had. `empreinte` is the SHA-256 of the public halves; `succession` is what the
-- pair before signed about this one, for kiosks that were away: the first pair has none.
CREATE TABLE trousseau_generation (
    numero     ${entier} NOT NULL PRIMARY KEY CHECK (numero >= 1),
    empreinte  TEXT NOT NULL UNIQUE,
    succession TEXT,
    depuis     ${entier},
    CHECK (numero = 1 OR succession IS NOT NULL)
) ${strict};

INSERT INTO trousseau_generation (numero, empreinte) SELECT numero, empreinte FROM trousseau;
DROP TABLE trousseau;

-- Deliveries in the name of a kiosk that its key did not sign: counted, never kept.
ALTER TABLE kiosk ADD COLUMN forged ${entier} NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN forged_at ${entier};
