package fr.roubaix.cln.storage;

import java.util.Map;

/** The two databases, and the words in which one set of migrations differs between them. */
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    /** What {@code ${entier}}, {@code ${octets}} and {@code ${strict}} become in a migration. */
    public Map<String, String> placeholders() {
        return switch (this) {
            case SQLITE -> Map.of("entier", "INTEGER", "octets", "BLOB", "strict", "STRICT");
            case POSTGRESQL -> Map.of("entier", "BIGINT", "octets", "BYTEA", "strict", "");
        };
    }
}
