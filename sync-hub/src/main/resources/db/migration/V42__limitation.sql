-- Files that nobody but the data protection officer may read, and on which nobody decides (GDPR, art. 18).
CREATE TABLE limitation (
    code TEXT PRIMARY KEY,
    le   ${entier} NOT NULL,
    par  TEXT NOT NULL
) ${strict};
