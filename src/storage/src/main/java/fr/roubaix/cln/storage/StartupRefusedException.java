package fr.roubaix.cln.storage;

import org.jspecify.annotations.Nullable;

/** The application must not start. The message is a French sentence that tells the person who started it what to do. */
public class StartupRefusedException extends RuntimeException {
    public StartupRefusedException(String message) {
        this(message, null);
    }

    public StartupRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
