package fr.roubaix.cln.hub.privacy;

import java.nio.file.Path;

/** The hub has a newer master key than the file of this instance: nothing is opened with a guess. */
final class MaitresseEnRetardException extends RuntimeException {
    MaitresseEnRetardException(Path fichier) {
        super("the master key was changed: bring the latest trousseau to " + fichier);
    }
}
