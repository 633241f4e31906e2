-- The verifying programs that public procès-verbaux name, by their SHA-256: the draws of one version share one row. A
-- procès-verbal closed before this table names programs that may not be here.
CREATE TABLE programme_garde (
    sha256 TEXT PRIMARY KEY,
    octets ${octets} NOT NULL
) ${strict};
