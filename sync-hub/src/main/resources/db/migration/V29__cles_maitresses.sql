-- Every master key that this hub has had: the last one seals, all of them open. `empreinte` is the SHA-256 of the key;
-- `achevee_le` is empty as long as something may still be sealed with a key before it.
CREATE TABLE maitresse (
    numero     ${entier} NOT NULL PRIMARY KEY CHECK (numero >= 1),
    empreinte  TEXT NOT NULL UNIQUE,
    depuis     ${entier},
    achevee_le ${entier}
) ${strict};

INSERT INTO maitresse (numero, empreinte) SELECT numero, empreinte FROM coffre;
DROP TABLE coffre;
