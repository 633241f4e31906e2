-- Who opened which file on which screen, when. A file is named by the code of its receipt; nothing here says who that is.
CREATE TABLE acces (
    le    ${entier} NOT NULL,
    par   TEXT NOT NULL,
    code  TEXT NOT NULL,
    ecran TEXT NOT NULL,
    PRIMARY KEY (le, par, code, ecran)
) ${strict};

CREATE INDEX acces_par_code ON acces (code);
