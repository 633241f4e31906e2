package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.Hub.Borne;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Reason;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.Message.Cause;

/** Makes this kiosk known to a hub with the one-time code that the hub showed. */
public class Enrolment {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);

    private final HubClient client;
    private final KioskIdentity identity;
    private final ChainAfterEnrolment chain;
    private final KnownHub known;
    private final KioskState state;
    private final JdbcClient jdbc;
    private final KioskProperties properties;
    private final TransactionTemplate write;
    private final Clock clock;

    Enrolment(
            HubClient client,
            KioskIdentity identity,
            ChainAfterEnrolment chain,
            KnownHub known,
            KioskState state,
            JdbcClient jdbc,
            KioskProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.client = client;
        this.identity = identity;
        this.chain = chain;
        this.known = known;
        this.state = state;
        this.jdbc = jdbc;
        this.properties = properties;
        this.write = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Enrols this kiosk with a key of its own and opens a chain. Asking again after an answer was lost gives the same
     * answer. A kiosk that is enrolled already keeps its journal: with another code for the same number it gets a new key,
     * and what no ack covers is appended again to a new chain.
     *
     * @param hub address of the hub: HTTPS, or HTTP to this machine
     * @param code as a person typed it
     */
    public synchronized Issue enroler(URI hub, String code) {
        String typed = normal(code);
        if (identity.usedUp(typed)) {
            return new Issue.DejaEnrolee(borne(identity.enrolled().orElseThrow()));
        }
        if (!HubTransport.allowed(hub)) {
            return new Issue.AdresseRefusee();
        }
        var key = identity.nextKey();
        var request = new EnrolmentRequest(
                typed,
                key.verifyingKey(),
                properties.mairie(),
                properties.nom(),
                identity.lastEnrolment().map(Enrolled::receiptKey).orElse(0));
        try {
            return client.enrol(hub, request, key)
                    .map(response -> conclude(hub, typed, response))
                    .orElseGet(Issue.ReponseIncomprise::new);
        } catch (IOException e) {
            LOG.debug("enrolment", e);
            return new Issue.HubInjoignable();
        }
    }

    /** A code as the hub counts it, however a person typed it. */
    static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private Issue conclude(URI hub, String code, EnrolmentResponse response) {
        return switch (response) {
            case EnrolmentResponse.Refused(var reason) -> new Issue.Refusee(reason);
            case EnrolmentResponse.Enrolled given ->
                keep(
                        code,
                        new Enrolled(
                                hub,
                                given.kiosk(),
                                given.mairie(),
                                given.receiptKey(),
                                new HubKeys(given.signingKey(), given.sealingKey())));
        };
    }

    private Issue keep(String code, Enrolled enrolled) {
        var before = identity.lastEnrolment();
        boolean otherNumber =
                before.filter(known -> !known.kiosk().equals(enrolled.kiosk())).isPresent();
        if (otherNumber) {
            int candidatures = candidatures(before.get());
            int pending = state.queue();
            if (candidatures > 0 || pending > 0) {
                return new Issue.AutreNumero(borne(before.get()), borne(enrolled), candidatures, pending);
            }
        }
        write.executeWithoutResult(_ -> {
            identity.store(enrolled, code, clock.instant());
            before.ifPresent(_ -> Link.askChain(jdbc, Cause.ENROLEMENT));
            Link.forgetFailures(jdbc);
        });
        identity.reload();
        known.enrolled();
        chain.begin();
        return new Issue.Enrolee(
                borne(enrolled), enrolled.fingerprint(identity.key().orElseThrow()));
    }

    /** Sent or not: a hub that is put back from a backup may ask for any of them again, under the number that sealed them. */
    private int candidatures(Enrolled before) {
        return jdbc.sql("""
                SELECT count(*) FROM inscription i JOIN chain c ON c.chain = i.chain
                WHERE i.kind = 'CANDIDATURE' AND c.kiosk = ?""").param(before.kiosk().numero()).query(Integer.class).single();
    }

    private static Borne borne(Enrolled enrolled) {
        return new Borne(enrolled.kiosk(), enrolled.mairie(), enrolled.receiptKey());
    }

    /** What became of it. */
    public sealed interface Issue {

        /** Done. A person compares the fingerprint with the one on the hub's screen. */
        record Enrolee(Borne borne, Fingerprint empreinte) implements Issue {}

        /** Nothing to do: this kiosk already belongs to a hub. */
        record DejaEnrolee(Borne borne) implements Issue {}

        /** Nothing is decided: try again. */
        record HubInjoignable() implements Issue {}

        /** Neither HTTPS nor this machine: nothing was sent. */
        record AdresseRefusee() implements Issue {}

        /**
         * The code was one for another number, and what this journal holds is sealed under this one: nothing was changed.
         *
         * @param candidatures of this journal, whether the hub has signed for them or not
         * @param enAttente envelopes of any kind that no verified ack covers yet
         */
        record AutreNumero(Borne actuelle, Borne proposee, int candidatures, int enAttente) implements Issue {}

        /** The hub refused. */
        record Refusee(Reason raison) implements Issue {}

        /** Something answered at this address that is not a hub. */
        record ReponseIncomprise() implements Issue {}

        private static String nombre(int nombre, String mot) {
            return nombre + " " + mot + (nombre > 1 ? "s" : "");
        }

        /** What to tell the person who installs the terminal, and what they can do. */
        default String phrase() {
            return switch (this) {
                case Enrolee(var borne, var empreinte) ->
                    "Borne " + borne.id() + " enrôlée pour la mairie de quartier "
                            + borne.mairie().nom() + ". Comparez l’empreinte avec celle du hub : " + empreinte + ".";
                case DejaEnrolee(var borne) -> "Cette borne est déjà enrôlée sous le numéro " + borne.id() + ".";
                case HubInjoignable _ ->
                    "Le hub ne répond pas. Vérifiez le réseau et l’adresse ; un nouvel essai suivra tout seul.";
                case AdresseRefusee _ ->
                    "L’adresse du hub doit commencer par https:// (http:// pour cette machine seulement).";
                case AutreNumero(var actuelle, var proposee, var candidatures, var enAttente) ->
                    "Ce code est celui de la borne " + proposee.id() + ". Cette borne est la borne " + actuelle.id()
                            + ". Son journal contient " + nombre(candidatures, "candidature") + " et "
                            + nombre(enAttente, "envoi")
                            + " que le hub n’a pas encore : ils ne sont valables que sous ce numéro. Demandez au"
                            + " secrétariat un code pour la borne " + actuelle.id()
                            + ". Le hub en donne un même s’il ne connaît plus ce numéro.";
                case Refusee(var raison) ->
                    switch (raison) {
                        case CODE_REFUSE ->
                            "Code inconnu, expiré ou déjà utilisé. Demandez-en un nouveau au secrétariat du hub.";
                        case AUTRE_MAIRIE ->
                            "Ce code est celui d’une autre mairie de quartier. Demandez un code pour la vôtre.";
                        case CLE_REVOQUEE ->
                            "La clé de cette borne a été révoquée. Redémarrez-la avec un nouveau code du secrétariat du hub.";
                    };
                case ReponseIncomprise _ ->
                    "L’adresse indiquée ne répond pas comme un hub. Vérifiez-la, puis recommencez.";
            };
        }
    }
}
