package fr.roubaix.cln.sync;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Nom;

/** What an envelope carries once its seal is opened. Its type is the envelope's {@code kind}. */
public sealed interface Message {

    /** The kind of the envelope that carries it. */
    default Kind kind() {
        return switch (this) {
            case ChaineOuverte _ -> Kind.OUVERTURE;
            case CandidatureDeposee _ -> Kind.CANDIDATURE;
            case RetraitDemande _ -> Kind.RETRAIT;
            case ClotureDeclaree _ -> Kind.CLOTURE;
            case ReouvertureDeclaree _ -> Kind.REOUVERTURE;
            case EvenementSurvenu _ -> Kind.EVENEMENT;
        };
    }

    /** The bytes to seal. */
    default byte[] encode() {
        return MessageCodec.encode(this);
    }

    /** Reads opened bytes; none when this kind is not known here or the bytes are not what {@link #encode} writes. */
    static Optional<Message> decode(Kind kind, byte[] opened) {
        return MessageCodec.decode(kind, opened);
    }

    /**
     * The first message of a chain (kind {@code OUVERTURE}).
     *
     * @param previous head of the chain that this one continues, if any
     * @param cause why a chain begins here
     */
    record ChaineOuverte(@Nullable ChainHead previous, Cause cause) implements Message {}

    /** Why a chain begins. */
    enum Cause {
        /** The terminal is new. */
        PREMIERE,
        /** The data folder was put back from a backup: what was written since may be lost. */
        RESTAURATION,
        /** The terminal was enrolled again, with a new key. */
        ENROLEMENT,
        /** The hub holds other bytes at a position of the chain before: this terminal was restored or cloned. */
        CONFLIT,
        /** The hub says that this terminal did not sign what it sent: its chain is no longer usable. */
        FALSIFICATION
    }

    /**
     * An application (kind {@code CANDIDATURE}).
     *
     * @param papier the paper form that an agent of the mairie copied, if the person did not fill it in here
     */
    record CandidatureDeposee(
            ReceiptCode code,
            FicheDeCandidature fiche,
            @Nullable FichePapier papier) implements Message {
        /** Filled in at the kiosk by the person. */
        public CandidatureDeposee(ReceiptCode code, FicheDeCandidature fiche) {
            this(code, fiche, null);
        }
    }

    /**
     * The paper that an application was copied from (art. 7 §1: on paper or in digital form, one register).
     *
     * @param original under which it is filed in the mairie
     * @param signee it bears the signature of the person
     * @param recueLe day of the mairie's stamp
     * @param posteeLe day of the postmark, when it came by post: what was posted in time is in time (CRPA, L112-1)
     * @param saisiePar the agent who copied it, then read it again beside the paper
     */
    record FichePapier(
            NumeroDOriginal original,
            boolean signee,
            LocalDate recueLe,
            @Nullable LocalDate posteeLe,
            AgentId saisiePar) {
        public FichePapier {
            if (posteeLe != null && posteeLe.isAfter(recueLe)) {
                throw new IllegalArgumentException("nothing is received before it is posted");
            }
        }

        /** The day that counts: of the postmark when there is one, else of the stamp. */
        public LocalDate deposeeLe() {
            return posteeLe == null ? recueLe : posteeLe;
        }
    }

    /**
     * A person takes their application back (kind {@code RETRAIT}), before an agent who answers for who it was.
     *
     * @param code on the receipt
     * @param preuve how the agent knows that the application is theirs
     */
    record RetraitDemande(ReceiptCode code, AgentId agent, Preuve preuve) implements Message {}

    /** How an agent knows whose application it is. A receipt code alone proves nothing: the list of the draw shows it. */
    sealed interface Preuve {
        /** The person handed over the receipt, whose signature this kiosk verified. */
        record RecuScanne() implements Preuve {}

        /**
         * The person told the code and showed who they are.
         *
         * @param nom birth name or usage name, as on the identity document
         */
        record IdentiteVue(Nom nom, DateDeNaissance naissance) implements Preuve {}
    }

    /**
     * An agent declares that this mairie holds nothing more for a call (kind {@code CLOTURE}).
     *
     * @param formulairesPapier paper forms received here for this call; the hub compares with those entered
     * @param perdues envelopes of this terminal that it can no longer send and that the hub does not hold, of any call
     */
    record ClotureDeclaree(AppelId appel, AgentId agent, int formulairesPapier, int perdues) implements Message {
        public ClotureDeclaree {
            if (formulairesPapier < 0 || formulairesPapier > 100_000 || perdues < 0) {
                throw new IllegalArgumentException("a mairie receives 0 to 100000 paper forms");
            }
        }
    }

    /** A call closed here was extended, and this mairie receives again (kind {@code REOUVERTURE}). */
    record ReouvertureDeclaree(AppelId appel) implements Message {}

    /**
     * Something technical that staff must know (kind {@code EVENEMENT}). Never anything about a person.
     *
     * @param details numbers and machine words, at most 200 characters
     */
    record EvenementSurvenu(Nature nature, String details) implements Message {
        public EvenementSurvenu {
            if (details.length() > 200) {
                throw new IllegalArgumentException("an event is told in 200 characters");
            }
        }
    }

    /** What happened. */
    enum Nature {
        /** The clock of the terminal jumped. */
        HORLOGE,
        /** The terminal found its own journal damaged. */
        JOURNAL_ABIME,
        /** The hub's database was restored: this terminal sends again what the hub lost. */
        HUB_RESTAURE,
        /** Something came in the name of the hub that the hub did not sign. */
        REPONSE_FALSIFIEE,
        /** The disk of the terminal is nearly full. */
        DISQUE,
        /** An agent put a notice up on the board of the mairie: see {@link AvisPose}. */
        AVIS_AFFICHE,
        /** A device of the terminal broke down, or works again: see {@link EtatDAppareil}. */
        APPAREIL
    }
}
