-- Which keys this database belongs to: without them it can open nothing, and its kiosks would no longer trust it.
CREATE TABLE trousseau (
    numero    ${entier} NOT NULL PRIMARY KEY CHECK (numero = 1),
    empreinte TEXT NOT NULL
) ${strict};

-- What was set aside, well enough to know whether the same fact was taken since, and what staff did about it.
ALTER TABLE quarantine ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN payload_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN settled_at ${entier};
ALTER TABLE quarantine ADD COLUMN settled_by TEXT;
ALTER TABLE quarantine ADD COLUMN settlement TEXT;
