-- What the room's view of a rehearsal is asked by: whoever has it sees the rehearsal, nobody finds it by trying. It guards
-- nothing that this database does not hold in clear beside it. A rehearsal opened before has none, hence no view.
CREATE TABLE salle_de_repetition (
    tirage TEXT PRIMARY KEY REFERENCES tirage (id) ON DELETE CASCADE,
    cle TEXT NOT NULL UNIQUE
) ${strict};
