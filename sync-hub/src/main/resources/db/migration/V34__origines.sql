-- How an application came in; kiosks alone brought those before.
ALTER TABLE candidature ADD COLUMN origine TEXT NOT NULL DEFAULT 'BORNE'
    CHECK (origine IN ('BORNE', 'INTERNET', 'PAPIER', 'COURRIER', 'TELEPHONE'));
ALTER TABLE candidature ADD COLUMN original TEXT;
ALTER TABLE candidature ADD COLUMN saisie_par TEXT;
ALTER TABLE candidature ADD COLUMN signee ${entier} NOT NULL DEFAULT 0 CHECK (signee IN (0, 1));
ALTER TABLE candidature ADD COLUMN secteur_confirme ${entier} NOT NULL DEFAULT 0 CHECK (secteur_confirme IN (0, 1));
ALTER TABLE candidature ADD COLUMN horloge_douteuse ${entier} NOT NULL DEFAULT 0 CHECK (horloge_douteuse IN (0, 1));

-- One paper form is entered once.
CREATE UNIQUE INDEX candidature_par_original ON candidature (appel, original) WHERE original IS NOT NULL;
