package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.security.Identifiant;

/** What the first voice of a step is told: why it cannot be proposed, or nothing when it waits for the second one. */
final class Propose {

    /** Stands where nobody has signed yet. */
    private static final Identifiant PERSONNE = new Identifiant("personne");

    private Propose() {}

    /**
     * Why a step cannot be proposed on the state that the screen showed; empty when it can.
     *
     * @param vu the {@link EtatDuTirage#pas()} that the screen showed
     */
    static Optional<Refus> obstacle(EtatDuTirage etat, int vu, Fait fait, Instant maintenant) {
        return obstacle(etat, fait, maintenant)
                .or(() -> etat.pas() == vu ? Optional.empty() : Optional.of(Refus.L_ECRAN_A_CHANGE));
    }

    /** Why a step cannot be proposed on this state; empty when it can. */
    static Optional<Refus> obstacle(EtatDuTirage etat, Fait fait, Instant maintenant) {
        return switch (Deroulement.suite(etat, fait, new Tirage.Acte(PERSONNE, maintenant))) {
            case Deroulement.Refusee(var refus) -> Optional.of(refus);
            case Deroulement.Permise _ -> Optional.empty();
        };
    }

    /** What became of a proposal. */
    static Optional<Refus> suite(DeuxVoix.Issue issue) {
        return switch (issue) {
            case DeuxVoix.Refus.DEJA_PROPOSE -> Optional.of(Refus.ATTEND_UNE_SECONDE_VOIX);
            case DeuxVoix.Refus _ -> Optional.of(Refus.L_ECRAN_A_CHANGE);
            case DeuxVoix.Issue _ -> Optional.empty();
        };
    }
}
