package fr.roubaix.cln.storage;

import org.jspecify.annotations.Nullable;

/**
 * A copy was not made, or not put back, and nothing was changed. The message is a French sentence that tells the person
 * what to do.
 */
public final class BackupRefusedException extends StartupRefusedException {
    public BackupRefusedException(String message) {
        this(message, null);
    }

    public BackupRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
