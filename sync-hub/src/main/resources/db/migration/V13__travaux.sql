-- Work that comes back at an interval and that one instance does for all: who holds it, until when, and when it was last
-- done. `fait_le` is the start of the last run that ended well.
CREATE TABLE travail (
    nom TEXT NOT NULL PRIMARY KEY,
    porteur TEXT,
    bail_jusqu_a ${entier} NOT NULL,
    fait_le ${entier}
) ${strict};
