package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.hub.security.Identifiant;

/** Where an application stands (art. 7 §1). */
public sealed interface Statut {

    /** Nobody has decided yet. */
    record AExaminer() implements Statut {}

    /**
     * Something was asked of the person.
     *
     * @param faite empty as long as the person is still to be told
     * @param par who asked for it
     */
    record ACompleter(DemandeDeComplement demande, Optional<Faite> faite, Instant le, Identifiant par)
            implements Statut {}

    /**
     * The person was told.
     *
     * @param le day of the letter or of the call
     * @param par who posted or called
     */
    record Faite(LocalDate le, Identifiant par) {}

    /** What was asked for came: to be decided. */
    record Completee(Instant le, Identifiant par) implements Statut {}

    /**
     * Somebody finds it inadmissible; another person must say so too.
     *
     * @param precisions what staff added to the reason
     */
    record IrrecevabiliteProposee(MotifDIrrecevabilite motif, Precisions precisions, Instant le, Identifiant par)
            implements Statut {}

    /** Enters the draw. */
    record Recevable(Instant le, Identifiant par) implements Statut {}

    /**
     * Does not enter the draw.
     *
     * @param precisions what staff added to the reason
     * @param proposeePar who proposed what {@code par} confirmed; empty for the second application of one person, which
     *     takes nothing from them
     */
    record Irrecevable(
            MotifDIrrecevabilite motif,
            Precisions precisions,
            Instant le,
            Identifiant par,
            Optional<Identifiant> proposeePar)
            implements Statut {
        public Irrecevable(MotifDIrrecevabilite motif, Precisions precisions, Instant le, Identifiant par) {
            this(motif, precisions, le, par, Optional.empty());
        }
    }

    /** Taken back by the person, who said so this way. */
    record Retiree(VoieDeRetrait voie, Instant le, Identifiant par) implements Statut {}

    /** How a person says that they take their application back. */
    enum VoieDeRetrait {
        GUICHET,
        COURRIER,
        COURRIEL,
        TELEPHONE
    }

    /** What staff wrote besides. */
    default Precisions precisions() {
        return switch (this) {
            case ACompleter demandee -> demandee.demande().precisions();
            case IrrecevabiliteProposee proposee -> proposee.precisions();
            case Irrecevable irrecevable -> irrecevable.precisions();
            case AExaminer _, Completee _, Recevable _, Retiree _ -> Precisions.aucunes();
        };
    }

    /** The same status with these words, sealed or opened. */
    default Statut avec(Precisions mots) {
        return switch (this) {
            case ACompleter(var demande, var faite, var le, var par) ->
                new ACompleter(demande.avec(mots), faite, le, par);
            case IrrecevabiliteProposee(var motif, var _, var le, var par) ->
                new IrrecevabiliteProposee(motif, mots, le, par);
            case Irrecevable(var motif, var _, var le, var par, var proposeePar) ->
                new Irrecevable(motif, mots, le, par, proposeePar);
            case AExaminer _, Completee _, Recevable _, Retiree _ -> this;
        };
    }

    /** Whether nothing is decided yet: the list cannot be frozen on it. */
    default boolean attend() {
        return switch (this) {
            case AExaminer _, ACompleter _, Completee _, IrrecevabiliteProposee _ -> true;
            case Recevable _, Irrecevable _, Retiree _ -> false;
        };
    }

    /** Whether it may still enter the draw. */
    default boolean enJeu() {
        return attend() || this instanceof Recevable;
    }
}
