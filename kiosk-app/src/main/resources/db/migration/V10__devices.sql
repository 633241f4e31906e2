-- What the hub was last told of each device: a fault that is over must be told so, even after a restart.
CREATE TABLE device_told (
    device    TEXT NOT NULL PRIMARY KEY,
    condition TEXT NOT NULL,
    at        ${entier} NOT NULL
) ${strict};

-- What an agent measured of a screen with a card: millionths of a pixel to a millimetre.
CREATE TABLE screen_measured (
    -- A tablet's number; empty for the terminal itself.
    station     TEXT NOT NULL PRIMARY KEY,
    micropixels ${entier} NOT NULL CHECK (micropixels > 0),
    at          ${entier} NOT NULL,
    agent       TEXT NOT NULL
) ${strict};
