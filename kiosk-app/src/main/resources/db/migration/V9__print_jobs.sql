-- Every paper asked of the printer, before it is asked: 0 is the original, k the duplicate number k. A job that was sent and
-- of which nobody knows what came out counts as printed, so that no second paper is ever without its mark.
CREATE TABLE print_job (
    code    TEXT NOT NULL,
    paper   TEXT NOT NULL CHECK (paper IN ('APPLICATION', 'WITHDRAWAL')),
    number  ${entier} NOT NULL CHECK (number >= 0),
    -- Whoever asked for it; empty for the person themself.
    agent   TEXT NOT NULL,
    at      ${entier} NOT NULL,
    -- NUMBERED: not sent yet. SENT: sent, and perhaps on paper. PRINTED: on paper. NOTHING: refused before its first byte.
    outcome TEXT NOT NULL CHECK (outcome IN ('NUMBERED', 'SENT', 'PRINTED', 'NOTHING')),
    PRIMARY KEY (code, paper, number)
) ${strict};

INSERT INTO print_job (code, paper, number, agent, at, outcome)
SELECT code, 'APPLICATION', number, agent, at, 'SENT' FROM duplicata;

DROP TABLE duplicata;
