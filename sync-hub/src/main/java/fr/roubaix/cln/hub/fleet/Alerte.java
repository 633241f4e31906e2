package fr.roubaix.cln.hub.fleet;

import java.time.Duration;
import java.time.Instant;

import fr.roubaix.cln.sync.EtatDAppareil;

/** What somebody should look at on a kiosk. */
public sealed interface Alerte {

    /** Not heard for longer than the setting while a call is open. */
    record Silencieuse(Instant depuis) implements Alerte {}

    /** Its clock is off by more than two minutes; positive when it is ahead. */
    record HorlogeDecalee(Duration avance) implements Alerte {}

    /** It said that one of its devices broke down, and has not said that it works again. */
    record Appareil(EtatDAppareil dit, Instant depuis) implements Alerte {}

    /** Less than one gigabyte is left on its disk. */
    record DisquePlein(long octets) implements Alerte {}

    /** Every report has said for too long that something waits. */
    record FileAncienne(Instant depuis) implements Alerte {}

    /** Places in its journal were taken by other bytes: restored, or copied. */
    record Conflits(long nombre) implements Alerte {}

    /** Something came in its name lately that its key did not sign. */
    record Falsifications(long nombre, Instant derniere) implements Alerte {}
}
