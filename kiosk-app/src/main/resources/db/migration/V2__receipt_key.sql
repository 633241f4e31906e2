-- Which of this kiosk's keys, in the count of the hub, signs its receipts.
ALTER TABLE enrolment ADD COLUMN receipt_key ${entier} NOT NULL DEFAULT 1;
