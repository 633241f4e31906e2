package fr.roubaix.cln.hub.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * The second proof of a sign-in: the code that a telephone shows, or one of ten codes kept on paper. A code serves once.
 * The clock of a telephone may be one step early or late. Failures lock like those of a password, and a right password
 * does not forget them.
 */
@Service
@Interne("the steps of a sign-in, and the page of one's own account")
class SecondFacteur {

    static final int CODES_DE_SECOURS = 10;
    private static final int DERIVE = 1;
    private static final int LONGUEUR_MAXIMALE = 40;
    private static final String CLE = "#second-facteur:";

    private final SecondsFacteurs seconds;
    private final Verrous verrous;
    private final Registre registre;
    private final InscriptionDesConnexions connexions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom hasard = new SecureRandom();

    SecondFacteur(
            SecondsFacteurs seconds,
            Verrous verrous,
            Registre registre,
            InscriptionDesConnexions connexions,
            TransactionTemplate transaction,
            Clock clock) {
        this.seconds = seconds;
        this.verrous = verrous;
        this.registre = registre;
        this.connexions = connexions;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean existe(Identifiant identifiant) {
        return seconds.existe(identifiant);
    }

    int codesRestants(Identifiant identifiant) {
        return seconds.codesRestants(identifiant);
    }

    /** A secret to put in a telephone; it counts for nothing until {@link #inscrire}. */
    byte[] proposer() {
        byte[] secret = new byte[Totp.OCTETS];
        hasard.nextBytes(secret);
        return secret;
    }

    /**
     * Registers a secret once a telephone has shown its code.
     *
     * @return the codes to keep on paper, shown this once; none when the code is wrong
     */
    Optional<List<CodeDeSecours>> inscrire(Identifiant identifiant, byte[] secret, String saisi) {
        Instant maintenant = clock.instant();
        return pas(secret, saisi, maintenant)
                .map(pas -> ecrire(() -> {
                    seconds.inscrire(identifiant, secret, pas, maintenant);
                    registre.inscrire(de(identifiant), Acte.SECOND_FACTEUR_POSE.sur("compte " + identifiant));
                    return renouveler(identifiant);
                }));
    }

    /** Ten new codes, which replace those the account had. */
    List<CodeDeSecours> nouveauxCodes(Identifiant identifiant) {
        return ecrire(() -> renouveler(identifiant));
    }

    /** Examines what was typed as second proof. */
    Issue verifier(Identifiant identifiant, String saisi) {
        Instant maintenant = clock.instant();
        String cle = CLE + identifiant;
        Optional<Instant> verrou = ecrire(() -> verrous.tenter(cle, maintenant));
        if (verrou.isPresent()) {
            return new Issue.Verrouille(verrou.get());
        }
        boolean juste = saisi.length() <= LONGUEUR_MAXIMALE
                && ecrire(() -> codeDuTelephone(identifiant, saisi, maintenant) || codeDeSecours(identifiant, saisi));
        if (!juste) {
            connexions.echouee(identifiant.valeur(), cle);
            return new Issue.Faux();
        }
        verrous.oublier(cle);
        return new Issue.Juste();
    }

    private boolean codeDuTelephone(Identifiant identifiant, String saisi, Instant maintenant) {
        return seconds.secret(identifiant)
                .flatMap(secret -> pas(secret, saisi, maintenant))
                .filter(pas -> seconds.utiliser(identifiant, pas))
                .isPresent();
    }

    private boolean codeDeSecours(Identifiant identifiant, String saisi) {
        return CodeDeSecours.lire(saisi)
                .filter(code -> seconds.utiliser(identifiant, code))
                .isPresent();
    }

    /** The step, around now, whose code was typed. */
    private static Optional<Long> pas(byte[] secret, String saisi, Instant maintenant) {
        String code = saisi.replaceAll("\\s", "");
        long present = Totp.pas(maintenant);
        return LongStream.rangeClosed(present - DERIVE, present + DERIVE)
                .boxed()
                .filter(pas -> Totp.code(secret, pas).equals(code))
                .findFirst();
    }

    /** Whoever is examined here may not be signed in yet. */
    private static Auteur de(Identifiant identifiant) {
        return new Auteur(identifiant.valeur(), List.of());
    }

    private List<CodeDeSecours> renouveler(Identifiant identifiant) {
        List<CodeDeSecours> codes =
                Stream.generate(CodeDeSecours::nouveau).limit(CODES_DE_SECOURS).toList();
        seconds.supprimerCodes(identifiant);
        seconds.ajouterCodes(identifiant, codes);
        return codes;
    }

    private <T> T ecrire(java.util.function.Supplier<T> ecriture) {
        return Objects.requireNonNull(transaction.execute(_ -> ecriture.get()));
    }

    /** What became of the second proof. */
    sealed interface Issue {
        record Juste() implements Issue {}

        record Faux() implements Issue {}

        record Verrouille(Instant jusqua) implements Issue {}
    }
}
