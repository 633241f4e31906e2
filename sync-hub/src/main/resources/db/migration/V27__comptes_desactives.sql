-- Once set, nobody signs in with the account; what it did stays under its name.
ALTER TABLE compte ADD COLUMN desactive_le ${entier};

-- What happened to one thing, as the page of an account asks at each visit.
CREATE INDEX registre_par_objet ON registre (objet, numero);
