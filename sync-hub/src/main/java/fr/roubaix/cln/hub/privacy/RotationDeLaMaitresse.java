package fr.roubaix.cln.hub.privacy;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.privacy.Maitresses.Connue;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.SecretsARenouveler;

/**
 * Gives the hub a new master key, and seals again with it all that those before had sealed: the keys of people and the
 * secrets of accounts.
 *
 * <p>The row in the database is claimed, the file is forced to the disk, the transaction ends; only then does anything get
 * sealed with the new key. Keys before stay in the file and open: whatever is cut short can be read, and is done again at
 * the next start or by the work of the day. Doing it again changes nothing.
 */
@Service
class RotationDeLaMaitresse implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RotationDeLaMaitresse.class);

    private final TrousseauFile trousseau;
    private final CoffreDesMaitresses coffre;
    private final ClesDesPersonnes cles;
    private final SecretsARenouveler secrets;
    private final Maitresses connues;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RotationDeLaMaitresse(
            TrousseauFile trousseau,
            CoffreDesMaitresses coffre,
            ClesDesPersonnes cles,
            SecretsARenouveler secrets,
            JdbcClient jdbc,
            Registre registre,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.trousseau = trousseau;
        this.coffre = coffre;
        this.cles = cles;
        this.secrets = secrets;
        this.connues = new Maitresses(jdbc);
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every master key, the oldest first. */
    @Interne("numbers and dates, on a guarded screen")
    List<Connue> toutes() {
        return connues.toutes();
    }

    /**
     * Changes the master key.
     *
     * @param vue the number that the person saw in force: a second click changes nothing
     */
    @PreAuthorize("hasRole('ADMIN')")
    Issue tourner(int vue) {
        var issue = remplacer(vue);
        if (!(issue instanceof Issue.Tournee tournee)) {
            return issue;
        }
        coffre.adopter(trousseau.contenu());
        try {
            resceller(Auteur.connecte());
            return tournee;
        } catch (RuntimeException e) {
            LOG.error("The new master key is in force; what the one before sealed is not all sealed again", e);
            return new Issue.AReprendre(tournee.numero());
        }
    }

    private Issue remplacer(int vue) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var issue = remplacer(vue, trousseau.contenu());
                if (!(issue instanceof Issue.Tournee)) {
                    status.setRollbackOnly();
                }
                return issue;
            }));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("The master key could not be changed", e);
            return new Issue.FichierRefuse(trousseau.path().toString());
        }
    }

    private Issue remplacer(int vue, Contenu contenu) {
        var avant = connues.toutes();
        if (avant.size() != vue || vue == 0) {
            return new Issue.DejaTournee();
        }
        if (!avant.getLast().achevee()) {
            return new Issue.AReprendre(vue);
        }
        var empreintes = contenu.empreintesDesMaitresses();
        if (empreintes.size() < vue
                || !empreintes.get(vue - 1).equals(avant.getLast().empreinte())) {
            return new Issue.FichierEnRetard(trousseau.path().toString());
        }
        // A key that an attempt left in the file takes over: the disk holds it already.
        boolean dejaEcrite = empreintes.size() > vue;
        var nouvelle = dejaEcrite ? contenu.maitresses().get(vue) : Contenu.nouvelleMaitresse();
        if (!connues.ajouter(vue + 1, Contenu.empreinte(nouvelle), maintenant())) {
            return new Issue.DejaTournee();
        }
        registre.inscrire(Acte.MAITRESSE_CHANGEE
                .sur("clé maîtresse")
                .avec("generation", vue + 1)
                .avec("empreinte", Contenu.empreinte(nouvelle)));
        if (!dejaEcrite) {
            trousseau.ajouter(nouvelle);
        }
        LOG.warn("The master key was changed: number {} is in force", vue + 1);
        return new Issue.Tournee(vue + 1);
    }

    /** What a power cut, or a copy from before a change, left sealed with a key before. */
    @Override
    @Interne("the start of the hub")
    public void afterSingletonsInstantiated() {
        resceller(Auteur.systeme());
    }

    /** The same, while the hub is at work: another instance may have sealed with the key before. */
    @Interne("scheduled work")
    void chaqueJour() {
        resceller(Auteur.systeme());
    }

    private void resceller(Auteur auteur) {
        if (coffre.nombre() < 2) {
            return;
        }
        int numero = coffre.nombre();
        int personnes = cles.renouveler(
                (personne, enveloppee) -> coffre.renouveler(enveloppee, CoffreParPersonne.contexte(personne)));
        transaction.executeWithoutResult(_ -> {
            int comptes = secrets.renouveler();
            boolean enCours = connues.achever(numero, maintenant());
            if (enCours || personnes + comptes > 0) {
                registre.inscrire(
                        auteur,
                        Acte.MAITRESSE_RESCELLEE
                                .sur("clé maîtresse")
                                .avec("generation", numero)
                                .avec("personnes", personnes)
                                .avec("comptes", comptes));
            }
        });
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** What became of it. */
    sealed interface Issue {
        record Tournee(int numero) implements Issue {}

        /** Somebody changed it meanwhile. */
        record DejaTournee() implements Issue {}

        /** This key is in force, and the hub has not yet sealed everything again with it. */
        record AReprendre(int numero) implements Issue {}

        /** Another instance changed it before, and its file was not copied here. */
        record FichierEnRetard(String fichier) implements Issue {}

        /** The file cannot be read or written: nothing was changed. */
        record FichierRefuse(String fichier) implements Issue {}
    }
}
