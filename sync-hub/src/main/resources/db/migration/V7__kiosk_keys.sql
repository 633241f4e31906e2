-- A terminal that is replaced keeps its number and gets a new key. The key before still verifies the receipts that it
-- signed; requests and envelopes count under the key of `kiosk` alone.
CREATE TABLE kiosk_key (
    kiosk      ${entier} NOT NULL REFERENCES kiosk (number),
    number     ${entier} NOT NULL CHECK (number BETWEEN 1 AND 255),
    public_key TEXT NOT NULL UNIQUE,
    since      ${entier} NOT NULL,
    PRIMARY KEY (kiosk, number)
) ${strict};

INSERT INTO kiosk_key (kiosk, number, public_key, since) SELECT number, 1, public_key, enrolled_at FROM kiosk;

ALTER TABLE kiosk ADD COLUMN key_number ${entier} NOT NULL DEFAULT 1;
-- Devices as last reported, one per line: name, tab, state.
ALTER TABLE kiosk ADD COLUMN devices TEXT NOT NULL DEFAULT '';
