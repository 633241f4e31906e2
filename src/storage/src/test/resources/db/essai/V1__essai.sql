CREATE TABLE essai (
    cle   TEXT NOT NULL PRIMARY KEY,
    rang  ${entier} NOT NULL UNIQUE,
    brut  ${octets} NOT NULL
) ${strict};
