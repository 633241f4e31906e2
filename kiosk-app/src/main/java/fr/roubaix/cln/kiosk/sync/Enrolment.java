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
    private final JdbcJournal journal;
    private final KnownHub known;
    private final KioskState state;
    private final JdbcClient jdbc;
    private final KioskProperties properties;
    private final TransactionTemplate write;
    private final Clock clock;

    Enrolment(
            HubClient client,
            KioskIdentity identity,
            JdbcJournal journal,
            KnownHub known,
            KioskState state,
            JdbcClient jdbc,
            KioskProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.client = client;
        this.identity = identity;
        this.journal = journal;
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
        var request = new EnrolmentRequest(typed, key.verifyingKey(), properties.mairie(), properties.nom());
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
        int pending = state.queue();
        if (otherNumber && pending > 0) {
            return new Issue.AutreNumero(borne(before.get()), borne(enrolled), pending);
        }
        write.executeWithoutResult(_ -> {
            identity.store(enrolled, code, clock.instant());
            before.ifPresent(_ -> Link.askChain(jdbc, Cause.ENROLEMENT));
            Link.forgetFailures(jdbc);
        });
        identity.reload();
        known.enrolled();
        journal.beginIfAsked();
        return new Issue.Enrolee(
                borne(enrolled), enrolled.fingerprint(identity.key().orElseThrow()));
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
         * The code was one for another number, and what is still pending here is sealed under this one: nothing was
         * changed.
         */
        record AutreNumero(Borne actuelle, Borne proposee, int enAttente) implements Issue {}

        /** The hub refused. */
        record Refusee(Reason raison) implements Issue {}

        /** Something answered at this address that is not a hub. */
        record ReponseIncomprise() implements Issue {}

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
                case AutreNumero(var actuelle, var proposee, var enAttente) ->
                    "Ce code est celui de la borne " + proposee.id() + ". Cette borne est la borne " + actuelle.id()
                            + " et garde " + enAttente
                            + " envois que le hub n’a pas reçus. Demandez un code pour la borne "
                            + actuelle.id() + ", ou transmettez d’abord ces envois par le réseau ou par clé USB.";
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
