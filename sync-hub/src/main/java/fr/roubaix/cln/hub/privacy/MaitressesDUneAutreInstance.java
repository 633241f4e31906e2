package fr.roubaix.cln.hub.privacy;

import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether another instance changed the master key: the database says so. The file of this one may have followed; without
 * it this one says what is missing rather than call people's data unreadable.
 */
final class MaitressesDUneAutreInstance implements Supplier<Optional<Contenu>> {

    private final TrousseauFile trousseau;
    private final Maitresses connues;
    private int lues;

    MaitressesDUneAutreInstance(TrousseauFile trousseau, JdbcClient jdbc) {
        this.trousseau = trousseau;
        this.connues = new Maitresses(jdbc);
        this.lues = trousseau.contenu().maitresses().size();
    }

    /** @throws MaitresseEnRetardException there are newer keys, and the file does not hold them */
    @Override
    public synchronized Optional<Contenu> get() {
        int attendues = connues.toutes().size();
        if (attendues <= lues) {
            return Optional.empty();
        }
        var contenu = trousseau.contenu();
        if (contenu.maitresses().size() < attendues) {
            throw new MaitresseEnRetardException(trousseau.path());
        }
        lues = contenu.maitresses().size();
        return Optional.of(contenu);
    }
}
