package fr.roubaix.cln.kiosk.fautes;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.FakeHub;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;

/**
 * A hub of a second instead of one of a minute, for a kiosk tried in a browser: it enrols, announces a call that is open
 * today, and takes what it is sent. It says its address and its code, and ends when nobody listens any more.
 */
public final class StandInHub {

    private StandInHub() {}

    public static void main(String[] arguments) throws IOException {
        try (var hub = new FakeHub().start()) {
            publishToday(hub);
            System.out.println(hub.address() + " " + FakeHub.CODE);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Announces a call that is open today. */
    public static void publishToday(FakeHub hub) {
        var today = LocalDate.now(Clock.system(Appel.ROUBAIX));
        hub.publish(new AppelPublie(
                new Appel(
                        new AppelId("essai"),
                        today.minusDays(1),
                        today.plusDays(1),
                        null,
                        today,
                        today.plusDays(7),
                        "ici"),
                false));
    }
}
