-- The journal of a mairie. Nothing here names or describes a person: payloads are sealed for the hub.

-- How the hub knows this kiosk, and the keys of the hub. One row once enrolled.
CREATE TABLE enrolment (
    single      ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    hub         TEXT NOT NULL,
    kiosk       ${entier} NOT NULL,
    mairie      TEXT NOT NULL,
    sealing_key TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    enrolled_at ${entier} NOT NULL
) ${strict};

-- The chain of highest rank receives; the others are history.
CREATE TABLE chain (
    chain     TEXT NOT NULL PRIMARY KEY,
    rank      ${entier} NOT NULL UNIQUE,
    opened_at ${entier} NOT NULL,
    acked_seq ${entier} NOT NULL DEFAULT 0,
    saved_seq ${entier} NOT NULL DEFAULT 0
) ${strict};

-- Append-only. Content is what was signed; it is only ever emptied below the hub's last verified backup.
CREATE TABLE envelope (
    chain     TEXT NOT NULL REFERENCES chain (chain),
    seq       ${entier} NOT NULL CHECK (seq >= 1),
    id        TEXT NOT NULL,
    hash      TEXT NOT NULL,
    content   ${octets},
    signature ${octets} NOT NULL,
    PRIMARY KEY (chain, seq),
    UNIQUE (chain, id),
    UNIQUE (chain, hash)
) ${strict};

-- What this kiosk may still know once the envelope is sealed, and where the envelope stands now.
CREATE TABLE inscription (
    id          TEXT NOT NULL PRIMARY KEY,
    code        TEXT UNIQUE,
    kind        TEXT NOT NULL,
    at          ${entier} NOT NULL,
    chain       TEXT NOT NULL,
    seq         ${entier} NOT NULL,
    delivery    TEXT NOT NULL DEFAULT 'PENDING' CHECK (delivery IN ('PENDING', 'DELIVERED', 'REFUSED')),
    last_status TEXT,
    UNIQUE (chain, seq),
    FOREIGN KEY (chain, seq) REFERENCES envelope (chain, seq)
) ${strict};

CREATE INDEX inscription_pending ON inscription (chain, delivery, seq);

-- State of the exchange with the hub.
CREATE TABLE link (
    single              ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    attempts            ${entier} NOT NULL DEFAULT 0,
    next_attempt_at     ${entier} NOT NULL DEFAULT 0,
    last_contact_at     ${entier} NOT NULL DEFAULT 0,
    batch_limit         ${entier} NOT NULL DEFAULT 100,
    offset_millis       ${entier} NOT NULL DEFAULT 0,
    hub_epoch           TEXT,
    bulletin_checked_at ${entier} NOT NULL DEFAULT 0
) ${strict};

INSERT INTO link (single) VALUES (1);

-- The last bulletin whose signature was verified, as it was signed.
CREATE TABLE bulletin (
    single      ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    serial      ${entier} NOT NULL,
    signed      TEXT NOT NULL,
    etag        TEXT NOT NULL,
    received_at ${entier} NOT NULL
) ${strict};
