-- What a kiosk last said of a device that does not work; gone as soon as it says that it works again.
CREATE TABLE panne (
    borne    ${entier} NOT NULL REFERENCES kiosk (number),
    appareil TEXT NOT NULL,
    etat     TEXT NOT NULL,
    depuis   ${entier} NOT NULL,
    PRIMARY KEY (borne, appareil)
) ${strict};
