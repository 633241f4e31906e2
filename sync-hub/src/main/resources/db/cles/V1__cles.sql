-- One key per person, wrapped by the master key of the trousseau. What it seals lies in another database: destroying a row
-- here erases that person in every copy of the other one.
CREATE TABLE cle_de_personne (
    personne TEXT NOT NULL PRIMARY KEY,
    cle      ${octets} NOT NULL,
    -- When a record was last sealed with it: a key that no record needs goes once no backup can need it either.
    vue_le   ${entier} NOT NULL
) ${strict};

-- Who was erased, and when: said again to a database put back from an older backup.
CREATE TABLE effacement (
    personne TEXT NOT NULL PRIMARY KEY,
    le       ${entier} NOT NULL
) ${strict};
