-- Each time an administrator took the file of keys away, and whether that copy was brought back and opened.
CREATE TABLE export_du_trousseau (
    numero    ${entier} NOT NULL PRIMARY KEY CHECK (numero >= 1),
    support   ${entier} NOT NULL CHECK (support IN (1, 2)),
    empreinte TEXT NOT NULL,
    fait_le   ${entier} NOT NULL,
    fait_par  TEXT NOT NULL,
    prouve_le ${entier},
    prouve_par TEXT
) ${strict};
