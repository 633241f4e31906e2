-- A code may be good for one kiosk alone: a terminal that is replaced keeps its number.
ALTER TABLE enrolment_code ADD COLUMN borne ${entier} REFERENCES kiosk (number);

-- Since when each report of a kiosk said that something waits.
ALTER TABLE kiosk ADD COLUMN queue_since ${entier};

-- Why kiosks were refused from some instant on; a kiosk let in again keeps its history.
CREATE TABLE revocation (
    borne  ${entier} NOT NULL REFERENCES kiosk (number),
    numero ${entier} NOT NULL CHECK (numero >= 1),
    motif  TEXT NOT NULL,
    par    TEXT NOT NULL,
    le     ${entier} NOT NULL,
    PRIMARY KEY (borne, numero)
) ${strict};
