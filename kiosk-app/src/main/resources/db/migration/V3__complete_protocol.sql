-- What the complete protocol needs: chains that follow one another, lives of the hub, statuses, declarations, and counts
-- that cost nothing to read. Still nothing that names or describes a person.

-- UNSENDABLE joins the deliveries; the status of an application stands in its own table from now on.
CREATE TABLE inscription_v3 (
    id       TEXT NOT NULL PRIMARY KEY,
    code     TEXT UNIQUE,
    kind     TEXT NOT NULL,
    at       ${entier} NOT NULL,
    chain    TEXT NOT NULL,
    seq      ${entier} NOT NULL,
    delivery TEXT NOT NULL DEFAULT 'PENDING'
             CHECK (delivery IN ('PENDING', 'DELIVERED', 'REFUSED', 'UNSENDABLE')),
    UNIQUE (chain, seq),
    FOREIGN KEY (chain, seq) REFERENCES envelope (chain, seq)
) ${strict};

INSERT INTO inscription_v3 (id, code, kind, at, chain, seq, delivery)
SELECT id, code, kind, at, chain, seq, delivery FROM inscription ORDER BY rowid;

DROP TABLE inscription;
ALTER TABLE inscription_v3 RENAME TO inscription;

CREATE INDEX inscription_pending ON inscription (chain, delivery, seq);
CREATE INDEX inscription_delivery ON inscription (delivery);

-- How many inscriptions are in each state, kept by the triggers below: a queue of 10,000 is read at every heartbeat.
CREATE TABLE delivery_count (
    delivery TEXT NOT NULL PRIMARY KEY,
    number   ${entier} NOT NULL
) ${strict};

INSERT INTO delivery_count (delivery, number)
VALUES ('PENDING', 0), ('DELIVERED', 0), ('REFUSED', 0), ('UNSENDABLE', 0);
UPDATE delivery_count
SET number = (SELECT count(*) FROM inscription i WHERE i.delivery = delivery_count.delivery);

CREATE TRIGGER inscription_counted AFTER INSERT ON inscription
BEGIN
    UPDATE delivery_count SET number = number + 1 WHERE delivery = new.delivery;
END;

CREATE TRIGGER inscription_recounted AFTER UPDATE OF delivery ON inscription WHEN old.delivery <> new.delivery
BEGIN
    UPDATE delivery_count SET number = number - 1 WHERE delivery = old.delivery;
    UPDATE delivery_count SET number = number + 1 WHERE delivery = new.delivery;
END;

CREATE TRIGGER inscription_uncounted AFTER DELETE ON inscription
BEGIN
    UPDATE delivery_count SET number = number - 1 WHERE delivery = old.delivery;
END;

-- Why a chain begins, the number this kiosk had, the life of the hub that last said how far it holds the chain, and up to
-- where ciphertext was emptied.
ALTER TABLE chain ADD COLUMN cause TEXT NOT NULL DEFAULT 'PREMIERE';
ALTER TABLE chain ADD COLUMN kiosk ${entier} NOT NULL DEFAULT 0;
ALTER TABLE chain ADD COLUMN hub_epoch TEXT;
ALTER TABLE chain ADD COLUMN emptied_seq ${entier} NOT NULL DEFAULT 0;
UPDATE chain SET kiosk = coalesce((SELECT kiosk FROM enrolment), 0), hub_epoch = (SELECT hub_epoch FROM link);

-- The lives of the hub's database that this kiosk has known; all but the one in the link are over.
CREATE TABLE hub_life (
    epoch         TEXT NOT NULL PRIMARY KEY,
    first_seen_at ${entier} NOT NULL
) ${strict};

INSERT INTO hub_life (epoch, first_seen_at)
SELECT hub_epoch, last_contact_at FROM link WHERE hub_epoch IS NOT NULL;

-- When the hub's verified backup first covered a chain up to here, by both clocks.
CREATE TABLE saved (
    chain    TEXT NOT NULL REFERENCES chain (chain),
    seq      ${entier} NOT NULL,
    hub_at   ${entier} NOT NULL,
    kiosk_at ${entier} NOT NULL,
    PRIMARY KEY (chain, seq)
) ${strict};

-- The hub's clock at its last ack, why the exchange fails, what is to be asked at once, and why a
-- new chain is to begin, once this kiosk was enrolled again or its database put back.
ALTER TABLE link ADD COLUMN hub_time ${entier} NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN fault TEXT;
ALTER TABLE link ADD COLUMN bulletin_wanted ${entier} NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN statuts_epoch TEXT;
ALTER TABLE link ADD COLUMN statuts_up_to ${entier} NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN statuts_checked_at ${entier} NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN begin_cause TEXT;

-- Which of this kiosk's keys is in use, and the code that it was enrolled with, so that the same command enrols it once.
ALTER TABLE enrolment ADD COLUMN key_rank ${entier} NOT NULL DEFAULT 1;
ALTER TABLE enrolment ADD COLUMN code_hash TEXT;

-- Where each application of the city stands: a number and a word.
CREATE TABLE statut (
    code   TEXT NOT NULL PRIMARY KEY,
    statut TEXT NOT NULL
) ${strict};

-- The calls that this mairie has closed and that are not open again.
CREATE TABLE cloture (
    appel       TEXT NOT NULL PRIMARY KEY,
    agent       TEXT NOT NULL,
    formulaires ${entier} NOT NULL,
    at          ${entier} NOT NULL
) ${strict};
