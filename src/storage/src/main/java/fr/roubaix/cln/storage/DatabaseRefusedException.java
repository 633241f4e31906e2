package fr.roubaix.cln.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used safely. */
public final class DatabaseRefusedException extends StartupRefusedException {
    public DatabaseRefusedException(String message) {
        this(message, null);
    }

    public DatabaseRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
