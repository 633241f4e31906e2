package fr.roubaix.cln.hub.privacy;

/** The file of keys is whole, and this phrase does not open it. */
public final class PhraseRefuseeException extends IllegalArgumentException {
    PhraseRefuseeException(Throwable cause) {
        super("the phrase does not open this trousseau", cause);
    }
}
