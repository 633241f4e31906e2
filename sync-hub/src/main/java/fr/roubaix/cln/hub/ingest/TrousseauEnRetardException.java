package fr.roubaix.cln.hub.ingest;

import java.nio.file.Path;

/** The hub has newer keys than this instance, which then signs nothing: kiosks would not believe it. */
public final class TrousseauEnRetardException extends RuntimeException {

    TrousseauEnRetardException(Path file) {
        super(message(file));
    }

    TrousseauEnRetardException(Path file, Throwable cause) {
        super(message(file), cause);
    }

    private static String message(Path file) {
        return "Le fichier de clés « " + file
                + " » est en retard : les clés du hub ont été changées depuis une autre instance. Copiez ici le fichier de"
                + " cette instance ; il sera relu sans redémarrage.";
    }
}
