-- When the bytes of a destroyed key were last to be found: in free pages or the journal of this database, and in the copy
-- of the keys. Empty as long as they may be there: the hub tries again.
ALTER TABLE effacement ADD COLUMN hors_du_disque_le ${entier};
ALTER TABLE effacement ADD COLUMN hors_de_la_copie_le ${entier};
