package fr.roubaix.cln.hub.privacy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * Opens the file of keys at the start of a hub, or refuses in one sentence. The database remembers the fingerprint of the
 * master key, so that a lost or exchanged file is noticed before anything is sealed with a key that cannot open the rest.
 */
final class OuvertureDuTrousseau {

    private static final Logger LOG = LoggerFactory.getLogger(OuvertureDuTrousseau.class);

    private static final String SANS_ELLE =
            " Sans elle, ce que le hub a scellé (noms, adresses, contacts, envois des bornes, sauvegardes) est perdu :"
                    + " rien ne peut le rouvrir.";

    private final Path dossier;
    private final Maitresses connues;
    private final int memoire;
    private final Clock clock;

    OuvertureDuTrousseau(Path dossier, JdbcClient jdbc, int memoire, Clock clock) {
        this.dossier = dossier;
        this.connues = new Maitresses(jdbc);
        this.memoire = memoire;
        this.clock = clock;
    }

    /**
     * Opens it, or makes it on the first start of a new hub.
     *
     * @param fichier where a setting says that the phrase is; blank without one
     * @param creer whether a hub without a phrase may make one, as long as no phrase protects its keys
     * @throws StartupRefusedException no phrase, not the right one, or a file that is missing, damaged or of another hub
     */
    TrousseauFile ouvrir(String fichier, Map<String, String> environnement, boolean creer) {
        refuserCeQuiManque();
        var phrase = PhraseDePasse.trouver(dossier, fichier, environnement)
                .or(() -> creer && !protege() ? Optional.of(creer()) : Optional.empty())
                .orElseThrow(OuvertureDuTrousseau::sansPhrase);
        if (!protege() && !phrase.solide()) {
            throw new StartupRefusedException("La phrase de passe du trousseau est trop courte : donnez au moins "
                    + PhraseDePasse.MINIMUM + " caractères, par exemple cinq mots pris au hasard.");
        }
        var trousseau = TrousseauFile.dans(dossier, phrase, memoire);
        comparer(lire(trousseau));
        return trousseau;
    }

    /** Why a hub does not start, in the words of {@code ./cln restaurer} too. */
    static StartupRefusedException sansPhrase() {
        return new StartupRefusedException("La phrase de passe du trousseau manque. Donnez-la par la variable "
                + PhraseDePasse.VARIABLE
                + ", par le réglage cln.hub.trousseau.phrase-fichier ou par le credential systemd « "
                + PhraseDePasse.CREDENTIAL + " », jamais sur la ligne de commande, puis relancez." + SANS_ELLE);
    }

    /** What to say of a file that a phrase does not open. */
    static String refusee(Path fichier) {
        return "La phrase de passe n’est pas celle du fichier de clés « " + fichier
                + " ». Donnez celle avec laquelle il a été protégé, puis recommencez." + SANS_ELLE;
    }

    private boolean protege() {
        return Files.exists(TrousseauFile.chemin(dossier)) && !TrousseauFile.enClair(dossier);
    }

    private PhraseDePasse creer() {
        var phrase = PhraseDePasse.creer(dossier);
        LOG.warn(
                "Une phrase de passe a été créée dans {} : elle est à côté des clés qu’elle protège. Mettez-la en lieu sûr,"
                        + " donnez-la autrement (variable {}, fichier ou credential), puis supprimez ce fichier",
                dossier.resolve(PhraseDePasse.FICHIER),
                PhraseDePasse.VARIABLE);
        return phrase;
    }

    private void refuserCeQuiManque() {
        Path fichier = TrousseauFile.chemin(dossier);
        if (connues().isEmpty()) {
            return;
        }
        if (!Files.exists(fichier)) {
            throw new DatabaseRefusedException("Le fichier de clés « " + fichier
                    + " » manque. Sans lui, le hub ne peut rien lire de ce qu’il garde ni de ce que les bornes"
                    + " transmettent. Remettez-le, ou l’un de ses exports, puis relancez le hub.");
        }
        Path maitresse = dossier.resolve(TrousseauFile.MAITRESSE_EN_CLAIR);
        if (TrousseauFile.enClair(dossier) && !Files.exists(maitresse)) {
            throw new DatabaseRefusedException("Le fichier de clé « " + maitresse
                    + " » manque. Sans lui, les candidatures ne peuvent pas être lues. Remettez-le, puis relancez le"
                    + " hub.");
        }
    }

    private static Contenu lire(TrousseauFile trousseau) {
        try {
            trousseau.readOrCreate();
            return trousseau.contenu();
        } catch (PhraseRefuseeException e) {
            throw new DatabaseRefusedException(refusee(trousseau.path()), e);
        } catch (UncheckedIOException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés « " + trousseau.path()
                            + " » ne peut être ni lu ni créé. Vérifiez les droits du dossier, puis relancez le hub.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new DatabaseRefusedException(
                    "Le fichier de clés « " + trousseau.path()
                            + " » est abîmé. Remettez une copie intacte, ou l’un de ses exports, puis relancez le hub.",
                    e);
        }
    }

    private void comparer(Contenu contenu) {
        var empreintes = contenu.empreintesDesMaitresses();
        refuserLesAutres(empreintes);
        // More keys than the database knows: the power failed during a change, or the base is from before it. Two
        // instances may start together: the first fingerprints stay, and the others are compared with them.
        for (int i = connues().size(); i < empreintes.size(); i++) {
            connues.ajouter(i + 1, empreintes.get(i), Instant.ofEpochMilli(clock.millis()));
        }
        refuserLesAutres(empreintes);
    }

    private void refuserLesAutres(List<String> empreintes) {
        var attendues = connues();
        int communes = Math.min(attendues.size(), empreintes.size());
        if (!attendues.subList(0, communes).equals(empreintes.subList(0, communes))) {
            throw new DatabaseRefusedException("Le fichier de clés « " + TrousseauFile.chemin(dossier)
                    + " » n’est pas celui de cette base. Remettez le fichier d’origine, puis relancez le hub.");
        }
        if (empreintes.size() < attendues.size()) {
            throw new DatabaseRefusedException("Le fichier de clés « " + TrousseauFile.chemin(dossier)
                    + " » est en retard : la clé maîtresse a été changée depuis. Remettez le fichier le plus récent, ou"
                    + " son dernier export, puis relancez le hub.");
        }
    }

    private List<String> connues() {
        return connues.toutes().stream().map(Maitresses.Connue::empreinte).toList();
    }
}
