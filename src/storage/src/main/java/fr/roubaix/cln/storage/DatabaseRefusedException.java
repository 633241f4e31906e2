package fr.roubaix.cln.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used safely. The message is a French sentence for the person who started the program. */
public final class DatabaseRefusedException extends RuntimeException {
    public DatabaseRefusedException(String message) {
        this(message, null);
    }

    public DatabaseRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
