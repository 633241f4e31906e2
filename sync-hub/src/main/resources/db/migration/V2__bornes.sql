-- What kiosks deliver and what the hub knows of them. Payloads are not here: once opened, an application lives in its
-- own table; only hashes and metadata stay.

CREATE TABLE kiosk (
    number          ${entier} NOT NULL PRIMARY KEY CHECK (number BETWEEN 1 AND 65535),
    mairie          TEXT NOT NULL,
    name            TEXT NOT NULL,
    public_key      TEXT NOT NULL UNIQUE,
    enrolled_at     ${entier} NOT NULL,
    revoked_at      ${entier},
    last_contact_at ${entier},
    queue           ${entier},
    disk_free       ${entier},
    version         TEXT,
    clock_ahead     ${entier}
) ${strict};

-- One-time codes, by hash.
CREATE TABLE enrolment_code (
    hash       TEXT NOT NULL PRIMARY KEY,
    mairie     TEXT NOT NULL,
    expires_at ${entier} NOT NULL,
    used_by    ${entier} REFERENCES kiosk (number)
) ${strict};

-- The head of each chain; it moves by compare-and-swap.
CREATE TABLE kiosk_chain (
    kiosk     ${entier} NOT NULL REFERENCES kiosk (number),
    chain     TEXT NOT NULL,
    seq       ${entier} NOT NULL,
    hash      TEXT NOT NULL,
    saved_seq ${entier} NOT NULL DEFAULT 0,
    PRIMARY KEY (kiosk, chain)
) ${strict};

CREATE TABLE envelope (
    kiosk         ${entier} NOT NULL,
    chain         TEXT NOT NULL,
    seq           ${entier} NOT NULL,
    id            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    at            ${entier} NOT NULL,
    offset_millis ${entier} NOT NULL,
    key_id        TEXT NOT NULL,
    hash          TEXT NOT NULL,
    prev          TEXT NOT NULL,
    payload_hash  TEXT NOT NULL,
    outcome       TEXT NOT NULL CHECK (outcome IN ('ACCEPTED', 'REFUSED')),
    received_at   ${entier} NOT NULL,
    PRIMARY KEY (kiosk, chain, seq),
    FOREIGN KEY (kiosk, chain) REFERENCES kiosk_chain (kiosk, chain)
) ${strict};

CREATE INDEX envelope_id ON envelope (id);

-- Each fact is handed on once, whichever chain brings it.
CREATE TABLE fact (
    id           TEXT NOT NULL PRIMARY KEY,
    payload_hash TEXT NOT NULL,
    kind         TEXT NOT NULL,
    received_at  ${entier} NOT NULL
) ${strict};

-- Genuine envelopes that the hub could not take: kept byte for byte for staff.
CREATE TABLE quarantine (
    kiosk       ${entier} NOT NULL REFERENCES kiosk (number),
    hash        TEXT NOT NULL,
    chain       TEXT NOT NULL,
    seq         ${entier} NOT NULL,
    reason      TEXT NOT NULL,
    content     ${octets} NOT NULL,
    signature   ${octets} NOT NULL,
    received_at ${entier} NOT NULL,
    PRIMARY KEY (kiosk, hash)
) ${strict};

-- One row: which life of this database kiosks are talking to.
CREATE TABLE hub_life (
    single ${entier} NOT NULL PRIMARY KEY CHECK (single = 1),
    epoch  TEXT NOT NULL
) ${strict};

CREATE TABLE bulletin (
    serial       ${entier} NOT NULL PRIMARY KEY,
    content_hash TEXT NOT NULL,
    signed       TEXT NOT NULL,
    made_at      ${entier} NOT NULL
) ${strict};
