-- A code may give a number that no kiosk has here: after a restoration the hub has forgotten kiosks that have one.
ALTER TABLE enrolment_code ADD COLUMN numero ${entier} CHECK (numero BETWEEN 1 AND 65535);
