package fr.roubaix.cln.hub.fleet;

import java.time.Instant;

import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.web.FrenchDates;

/** Something of a kiosk that the hub lacks, or may lack, before the list of a call can be frozen. */
public sealed interface Manque {

    /** Enrolled, and nothing ever came from it. */
    record JamaisTransmis() implements Manque {}

    /** Nobody has declared that this mairie holds nothing more. */
    record NonCloturee() implements Manque {}

    /** Closed, then reopened by an extension, and not closed again. */
    record Rouverte(Instant le) implements Manque {}

    /** Applications came after its closing: it must close again. */
    record CandidaturesApresCloture(long nombre) implements Manque {}

    /**
     * A chain of this kiosk ends without a closing, and the one after it does not begin where the hub's knowledge of it
     * ends: the terminal was restored, replaced or cloned, and what it wrote meanwhile may be lost.
     *
     * @param cause what the terminal said when it began the chain after
     */
    record ChaineInterrompue(ChainId chaine, long jusquA, Cause cause) implements Manque {}

    /** The terminal said with its closing that it can no longer send this many envelopes: what they held is lost. */
    record EnvoisPerdus(int nombre) implements Manque {}

    /** Since its closing the kiosk says that envelopes wait there. */
    record EnAttente(long nombre, Instant annonceLe) implements Manque {}

    /** What to tell people about it, in a sentence. */
    default String phrase() {
        return switch (this) {
            case JamaisTransmis _ -> "La borne est enrôlée et n’a encore rien transmis.";
            case NonCloturee _ -> "La mairie n’a pas encore clôturé cet appel sur la borne.";
            case Rouverte(var le) ->
                "L’appel a été prolongé le " + FrenchDates.instant(le) + " : la mairie doit clôturer de nouveau.";
            case CandidaturesApresCloture(var nombre) ->
                nombre == 1
                        ? "Une candidature est arrivée après la clôture : la mairie doit clôturer de nouveau."
                        : nombre + " candidatures sont arrivées après la clôture : la mairie doit clôturer de nouveau.";
            case ChaineInterrompue interrompue ->
                "Le hub tient un journal de cette borne jusqu’au numéro " + interrompue.jusquA()
                        + ", sans clôture. Ensuite, " + raison(interrompue.cause())
                        + " : ce qui n’était pas transmis alors est peut-être perdu.";
            case EnvoisPerdus(var nombre) ->
                "La borne a déclaré à sa clôture "
                        + (nombre == 1 ? "un envoi abîmé" : nombre + " envois abîmés")
                        + " qu’elle ne peut plus transmettre et que le hub n’a pas.";
            case EnAttente(var nombre, var le) ->
                "Depuis sa clôture, la borne annonce " + (nombre == 1 ? "un envoi" : nombre + " envois")
                        + " en attente (" + FrenchDates.instant(le) + ").";
        };
    }

    private static String raison(Cause cause) {
        return switch (cause) {
            case PREMIERE -> "le terminal a recommencé avec un dossier neuf";
            case RESTAURATION -> "le terminal a été remis dans l’état d’une sauvegarde";
            case ENROLEMENT -> "le terminal a été remplacé ou enrôlé de nouveau";
            case CONFLIT -> "le terminal a été restauré ou copié";
            case FALSIFICATION -> "le terminal a dû recommencer son journal, que le hub n’a pas reconnu";
        };
    }
}
