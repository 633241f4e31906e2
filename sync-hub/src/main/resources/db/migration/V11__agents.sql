-- Who may open the agent page of a terminal. `pin` is an Argon2id hash; once it must change it stays here only so that the
-- same digits are not given again, and kiosks no longer hear of the agent.
CREATE TABLE agent_de_mairie (
    id         TEXT NOT NULL PRIMARY KEY,
    nom        TEXT NOT NULL,
    mairie     TEXT,
    pin        TEXT NOT NULL,
    pin_le     ${entier} NOT NULL,
    a_changer  ${entier} NOT NULL DEFAULT 0 CHECK (a_changer IN (0, 1)),
    actif      ${entier} NOT NULL DEFAULT 1 CHECK (actif IN (0, 1)),
    modifie_par TEXT NOT NULL,
    modifie_le  ${entier} NOT NULL
) ${strict};
