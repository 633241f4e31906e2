-- The number of the last change of a status, over all calls. Its row is held from the change to the end of the
-- transaction, so that numbers are committed in their order and no page of statuses skips one.
CREATE TABLE changement_de_statut (
    single  ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    dernier ${entier} NOT NULL
) ${strict};

-- The number of the last change of each application.
ALTER TABLE candidature ADD COLUMN changement ${entier} NOT NULL DEFAULT 0;

UPDATE candidature SET changement = rangs.rang
FROM (SELECT code, row_number() OVER (ORDER BY recue_le, code) AS rang FROM candidature) AS rangs
WHERE rangs.code = candidature.code;

INSERT INTO changement_de_statut (single, dernier) SELECT 1, count(*) FROM candidature;

CREATE INDEX candidature_par_changement ON candidature (changement);
