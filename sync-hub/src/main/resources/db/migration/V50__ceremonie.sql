-- The public draw as a ceremony: a row of facts, none changed and none removed. What the hub held before knew neither the
-- people present nor who threw which die, so a draw begun under it is finished by the version that began it.
CREATE TABLE tirage_a_finir_avant (nombre ${entier} NOT NULL CHECK (nombre = 0)) ${strict};
INSERT INTO tirage_a_finir_avant SELECT (SELECT count(*) FROM tirage) + (SELECT count(*) FROM arret_annule);
DROP TABLE tirage_a_finir_avant;

DROP TABLE sans_preference;
DROP TABLE derogation_du_tirage;
DROP TABLE arret_annule;
DROP TABLE tirage;

-- The public draw of a call has number 0; its rehearsals have theirs from 1.
CREATE TABLE tirage (
    id TEXT PRIMARY KEY,
    appel TEXT NOT NULL REFERENCES appel (id),
    repetition ${entier} NOT NULL CHECK (repetition >= 0),
    UNIQUE (appel, repetition)
) ${strict};

-- The last number given to a rehearsal of a call: none is used again, not even once it is thrown away.
CREATE TABLE repetition (
    appel TEXT PRIMARY KEY REFERENCES appel (id),
    derniere ${entier} NOT NULL CHECK (derniere >= 1)
) ${strict};

-- What happened, in its order. `contenu` is the JSON of the fact, whose members depend on `genre`.
CREATE TABLE fait_du_tirage (
    tirage TEXT NOT NULL REFERENCES tirage (id) ON DELETE CASCADE,
    numero ${entier} NOT NULL CHECK (numero >= 1),
    genre TEXT NOT NULL,
    contenu TEXT NOT NULL,
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    confirme_par TEXT,
    PRIMARY KEY (tirage, numero)
) ${strict};

-- The bytes of each frozen list, annulled ones included, by the fact that froze it.
CREATE TABLE liste_arretee (
    tirage TEXT NOT NULL,
    numero ${entier} NOT NULL,
    empreinte TEXT NOT NULL,
    liste ${octets} NOT NULL,
    PRIMARY KEY (tirage, numero),
    FOREIGN KEY (tirage, numero) REFERENCES fait_du_tirage (tirage, numero) ON DELETE CASCADE
) ${strict};

-- The bytes of pv.json, as they were written when the members were drawn.
CREATE TABLE pv_du_tirage (
    tirage TEXT PRIMARY KEY REFERENCES tirage (id) ON DELETE CASCADE,
    pv ${octets} NOT NULL
) ${strict};
