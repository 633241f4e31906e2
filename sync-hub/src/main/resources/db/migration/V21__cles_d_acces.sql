-- Passkeys: the public half of each, and the handle by which a key knows whose it is.
CREATE TABLE titulaire_de_cles (
    identifiant TEXT PRIMARY KEY REFERENCES compte (identifiant) ON DELETE CASCADE,
    poignee TEXT NOT NULL UNIQUE
) ${strict};

CREATE TABLE cle_d_acces (
    id TEXT PRIMARY KEY,
    poignee TEXT NOT NULL REFERENCES titulaire_de_cles (poignee) ON DELETE CASCADE,
    nom TEXT NOT NULL,
    cle_publique ${octets} NOT NULL,
    attestation ${octets} NOT NULL,
    attestation_client ${octets} NOT NULL,
    compteur ${entier} NOT NULL,
    verifie ${entier} NOT NULL,
    transports TEXT NOT NULL,
    copiable ${entier} NOT NULL,
    copiee ${entier} NOT NULL,
    creee_le ${entier} NOT NULL,
    utilisee_le ${entier} NOT NULL
) ${strict};
