package fr.roubaix.cln.storage;

import java.util.Map;

/** The two databases, and the words in which one set of migrations differs between them. */
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    private static final String ONLY_GROWS = "cette table ne fait que grandir";

    /** An empty table may be truncated: that is how a copy of a whole database begins. */
    private static final String REFUSAL = """
            CREATE OR REPLACE FUNCTION cln_refuser() RETURNS trigger LANGUAGE plpgsql AS $refus$
            DECLARE
                vide BOOLEAN;
            BEGIN
                IF TG_OP = 'TRUNCATE' THEN
                    EXECUTE format('SELECT NOT EXISTS (SELECT 1 FROM %I)', TG_TABLE_NAME) INTO vide;
                    IF vide THEN
                        RETURN NULL;
                    END IF;
                END IF;
                RAISE EXCEPTION '""" + ONLY_GROWS + """
            ';
            END
            $refus$;""";

    /** What {@code ${entier}}, {@code ${octets}} and the other words of a migration become. */
    public Map<String, String> placeholders() {
        return switch (this) {
            case SQLITE ->
                Map.of(
                        "entier", "INTEGER",
                        "octets", "BLOB",
                        "strict", "STRICT",
                        "preparer_le_refus", "",
                        "refuser", "BEGIN SELECT RAISE(ABORT, '" + ONLY_GROWS + "'); END",
                        "refuser_de_vider", "");
            case POSTGRESQL ->
                Map.of(
                        "entier", "BIGINT",
                        "octets", "BYTEA",
                        "strict", "",
                        "preparer_le_refus", REFUSAL,
                        "refuser", "FOR EACH ROW EXECUTE FUNCTION cln_refuser()",
                        "refuser_de_vider",
                                "CREATE TRIGGER registre_jamais_vide BEFORE TRUNCATE ON registre FOR EACH STATEMENT"
                                        + " EXECUTE FUNCTION cln_refuser();");
        };
    }
}
