-- What staff write besides a decision, sealed under the key of the person. `precisions` held it in clear; it stays empty.
ALTER TABLE candidature ADD COLUMN mots ${octets};
ALTER TABLE decision ADD COLUMN mots ${octets};

-- What the hub still has to do with rows of earlier versions before it serves anybody; each line goes when it is done.
CREATE TABLE reprise_a_faire (
    nom TEXT PRIMARY KEY
) ${strict};

INSERT INTO reprise_a_faire (nom)
SELECT 'SCELLER_LES_PRECISIONS'
WHERE EXISTS (SELECT 1 FROM candidature WHERE precisions <> '') OR EXISTS (SELECT 1 FROM decision WHERE precisions <> '');
