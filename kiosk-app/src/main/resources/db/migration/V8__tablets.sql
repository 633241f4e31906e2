-- The tablets of the mairie that an agent paired with this terminal. Their cookie is nowhere but on the tablet.
CREATE TABLE tablet (
    id         TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    -- The terminal profile that gives the sizes of its screens.
    screen     TEXT NOT NULL,
    -- SHA-256 of the cookie.
    cookie     TEXT NOT NULL UNIQUE,
    paired_at  ${entier} NOT NULL,
    paired_by  TEXT NOT NULL,
    seen_at    ${entier} NOT NULL,
    revoked_at ${entier},
    revoked_by TEXT
) ${strict};

-- Whether tablets may reach this terminal over the network, as an agent last said it here.
CREATE TABLE tablet_access (
    single ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    opened ${entier} NOT NULL CHECK (opened IN (0, 1)),
    at     ${entier} NOT NULL,
    agent  TEXT NOT NULL
) ${strict};
