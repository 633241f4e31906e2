-- Wrong PINs in a row, per agent. The lock itself runs on a clock that nobody can set; this is what a restart begins from.
CREATE TABLE agent_lock (
    agent     TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of the published hash: a new PIN begins afresh.
    pin       TEXT NOT NULL,
    failures  ${entier} NOT NULL CHECK (failures > 0),
    failed_at ${entier} NOT NULL
) ${strict};

-- The declarations of a mairie are few among thousands of applications.
CREATE INDEX inscription_declared ON inscription (kind) WHERE kind IN ('CLOTURE', 'REOUVERTURE');
