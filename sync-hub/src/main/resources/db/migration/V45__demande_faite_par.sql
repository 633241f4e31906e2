-- Who posted the letter or called the person: not always who asked for it.
ALTER TABLE candidature ADD COLUMN faite_par TEXT;
ALTER TABLE decision ADD COLUMN faite_par TEXT;

-- Until now the line of the history that noted it said so, and nothing else did.
UPDATE decision SET faite_par = (
    SELECT premiere.par FROM decision premiere
    WHERE premiere.code = decision.code AND premiere.faite_le = decision.faite_le
    ORDER BY premiere.numero LIMIT 1)
WHERE faite_le IS NOT NULL;
UPDATE candidature SET faite_par = COALESCE(
    (SELECT decision.faite_par FROM decision
     WHERE decision.code = candidature.code AND decision.faite_le = candidature.faite_le
     ORDER BY decision.numero LIMIT 1),
    decidee_par)
WHERE faite_le IS NOT NULL;
