package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what happens in a ceremony, in the transaction of the act: the ceremony is held, read, compared with what the
 * screen showed, and only then written on. Of two people on the same step one writes, the other is told.
 */
@Component
class Greffe {

    private final TiragesModifiables tirages;

    Greffe(TiragesModifiables tirages) {
        this.tirages = tirages;
    }

    /**
     * Writes a fact. Empty when done.
     *
     * @param vu the {@link EtatDuTirage#pas()} that the screen showed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Refus> ecrire(CeremonieId id, int vu, Fait fait, Tirage.Acte acte) {
        if (!tirages.tenir(id)) {
            return Optional.of(absente(id));
        }
        var etat = tirages.etat(id);
        return etat.pas() == vu ? ecrire(etat, fait, acte) : Optional.of(perdu(etat, fait, acte));
    }

    /** The same, for what holds whatever the operator does meanwhile: a remark, or what two voices were shown. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Refus> ecrire(CeremonieId id, Fait fait, Tirage.Acte acte) {
        return tirages.tenir(id) ? ecrire(tirages.etat(id), fait, acte) : Optional.of(absente(id));
    }

    private Optional<Refus> ecrire(EtatDuTirage etat, Fait fait, Tirage.Acte acte) {
        return switch (Deroulement.suite(etat, fait, acte)) {
            case Deroulement.Refusee(var refus) -> Optional.of(refus);
            case Deroulement.Permise _ ->
                tirages.ecrire(etat.id(), etat.version(), fait, acte)
                        ? Optional.empty()
                        : Optional.of(Refus.L_ECRAN_A_CHANGE);
        };
    }

    /** The state says more than « somebody acted », when the act is over for good. */
    private static Refus perdu(EtatDuTirage etat, Fait fait, Tirage.Acte acte) {
        return switch (Deroulement.suite(etat, fait, acte)) {
            case Deroulement.Refusee(var refus) -> refus;
            case Deroulement.Permise _ -> Refus.L_ECRAN_A_CHANGE;
        };
    }

    private static Refus absente(CeremonieId id) {
        return switch (id) {
            case CeremonieId.Publique _ -> Refus.PAS_DE_LISTE;
            case CeremonieId.Repetition _ -> Refus.REPETITION_INCONNUE;
        };
    }
}
