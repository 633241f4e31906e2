-- 0: sealed with the master key, as before each person had a key; 1: with the key of the person, in another database.
ALTER TABLE candidature ADD COLUMN scellement ${entier} NOT NULL DEFAULT 0 CHECK (scellement IN (0, 1));

-- Once set, `identite` is empty and no copy of it can be opened any more.
ALTER TABLE candidature ADD COLUMN effacee_le ${entier};
