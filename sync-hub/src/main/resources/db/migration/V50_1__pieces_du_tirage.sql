-- What is published of a closed procès-verbal, as bytes that are made once. `page` is what the PDF is typeset from: it is
-- written with the closing, because typesetting takes seconds, and goes once `pdf` is there. `programme` and `page_hors_ligne`
-- are the fingerprints of the verifying programs at the closing; a hub that was never packaged has no program.
CREATE TABLE pieces_du_tirage (
    tirage TEXT PRIMARY KEY REFERENCES tirage (id) ON DELETE CASCADE,
    ceremonie ${octets} NOT NULL,
    ceremonie_sha256 TEXT NOT NULL,
    programme TEXT,
    page_hors_ligne TEXT NOT NULL,
    page ${octets},
    pdf ${octets},
    pdf_sha256 TEXT,
    CHECK ((page IS NULL) <> (pdf IS NULL)),
    CHECK ((pdf IS NULL) = (pdf_sha256 IS NULL))
) ${strict};
