-- Under which roles a file was opened, as the register writes them; unknown for what was opened before.
ALTER TABLE acces ADD COLUMN roles TEXT NOT NULL DEFAULT '';
