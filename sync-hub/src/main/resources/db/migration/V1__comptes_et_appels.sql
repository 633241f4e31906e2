-- Staff accounts. The password is an Argon2id hash; a role is a row.
CREATE TABLE compte (
    identifiant TEXT PRIMARY KEY,
    nom TEXT NOT NULL,
    mot_de_passe TEXT NOT NULL,
    cree_le ${entier} NOT NULL,
    cree_par TEXT NOT NULL
) ${strict};

CREATE TABLE compte_role (
    identifiant TEXT NOT NULL REFERENCES compte (identifiant),
    role TEXT NOT NULL,
    PRIMARY KEY (identifiant, role)
) ${strict};

-- Failed sign-ins in a row, by name tried, whether or not an account bears that name.
CREATE TABLE connexion_echouee (
    cle TEXT PRIMARY KEY,
    echecs ${entier} NOT NULL,
    dernier ${entier} NOT NULL,
    bloquee_jusqu_a ${entier} NOT NULL
) ${strict};

-- Proves that the key file beside the database is the one that sealed what the database holds.
CREATE TABLE coffre (
    numero ${entier} PRIMARY KEY CHECK (numero = 1),
    empreinte TEXT NOT NULL
) ${strict};

CREATE TABLE appel (
    id TEXT PRIMARY KEY,
    titre TEXT NOT NULL,
    ouvre_le TEXT NOT NULL,
    jusqu_au TEXT NOT NULL,
    heure TEXT,
    date_de_reference TEXT NOT NULL,
    tirage_le TEXT NOT NULL,
    lieu TEXT NOT NULL,
    ouvert_le ${entier} NOT NULL,
    ouvert_par TEXT NOT NULL,
    clos_le ${entier},
    clos_par TEXT,
    clos_motif TEXT
) ${strict};

CREATE TABLE prolongation (
    appel TEXT NOT NULL REFERENCES appel (id),
    le ${entier} NOT NULL,
    par TEXT NOT NULL,
    motif TEXT NOT NULL,
    ancienne_fin TEXT NOT NULL,
    nouvelle_fin TEXT NOT NULL,
    PRIMARY KEY (appel, nouvelle_fin)
) ${strict};
