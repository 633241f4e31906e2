package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** The proof that no application is missing, asked for before the list of a call is frozen (art. 7 §2). */
public interface Completude {

    /** What the hub holds and lacks for this call now, kiosk by kiosk: for the acts that rest on it, which have their guard. */
    Constat constat(AppelId appel);

    /** The same, for a person who looks: any member of staff. */
    Constat consulter(AppelId appel);

    /**
     * Proposes to go on without what a kiosk lacks; the presidency then confirms it, or not.
     *
     * @param vu what the screen showed: a derogation holds for that and nothing else
     * @param motif at least {@value #MOTIF_MINIMAL} characters
     * @return empty when proposed
     */
    Optional<Refus> proposer(AppelId appel, KioskId borne, Hash vu, String motif);

    /** Takes a derogation back; false when there was none. */
    boolean retirer(AppelId appel, KioskId borne);

    /** The shortest reason that says something. */
    int MOTIF_MINIMAL = 20;

    /** Why a derogation is not proposed. */
    enum Refus {
        MOTIF_TROP_COURT,
        /** No document can hold the reason: too long, or with a character that cannot be printed. */
        MOTIF_MAL_FORME,
        /** The reason is published, and names somebody who applied. */
        NOM_DE_CANDIDAT,
        /** This account was told so too often in a day: its texts are not compared any more. */
        TEXTES_SUSPENDUS,
        /** One waits for the presidency already. */
        DEJA_PROPOSEE,
        /** Something arrived or changed meanwhile: look again. */
        L_ETAT_A_CHANGE,
        /** Nothing is missing from this kiosk, or it does not count for this call. */
        RIEN_NE_MANQUE
    }

    /** Every kiosk that could have received applications for a call, in the order of mairies. */
    record Constat(AppelId appel, List<Borne> bornes) {
        public Constat {
            bornes = List.copyOf(bornes);
        }

        /** Whether nothing is missing, derogations included. */
        public boolean complet() {
            return bornes.stream().allMatch(Borne::reglee);
        }

        /** The derogations that the call rests on now. */
        public List<Derogation> derogations() {
            return bornes.stream()
                    .filter(borne -> !borne.manques().isEmpty())
                    .flatMap(borne -> borne.derogation().stream())
                    .toList();
        }
    }

    /**
     * One kiosk.
     *
     * @param revoqueeLe it can send nothing more
     * @param entendueLe its last contact
     * @param file envelopes that it last said were waiting
     * @param cloture the one that counts, kept or undone
     * @param etat names what is shown here
     * @param derogation the one that holds for this very state
     */
    record Borne(
            KioskId id,
            Secteur mairie,
            String nom,
            Optional<Instant> revoqueeLe,
            Optional<Instant> entendueLe,
            Optional<Long> file,
            List<Manque> manques,
            Optional<Cloture> cloture,
            Hash etat,
            Optional<Derogation> derogation) {

        public Borne {
            manques = List.copyOf(manques);
        }

        /** Nothing is missing, or a derogation says why one goes on without. */
        public boolean reglee() {
            return manques.isEmpty() || derogation.isPresent();
        }
    }

    /** A mairie said that it holds nothing more. */
    record Cloture(AgentId agent, int formulairesPapier, Instant recueLe) {}

    /**
     * One goes on without what a kiosk lacks.
     *
     * @param manque what was missing, in words
     */
    record Derogation(
            KioskId borne, Secteur mairie, String nom, String manque, String motif, Identifiant par, Instant le) {}
}
