package fr.roubaix.cln.e2e.fautes;

import java.time.Duration;
import java.util.List;

import fr.roubaix.cln.e2e.Waiting;

/** What a kiosk under orders says it made durable. */
final class Durable {

    static final String WORD = "durable ";

    private static final int ID = 36;

    private Durable() {}

    /** The ids of the promises among these lines; the end of a line cut by a kill promises nothing. */
    static List<String> ids(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(WORD) && line.length() == WORD.length() + ID)
                .map(line -> line.substring(WORD.length()))
                .toList();
    }

    static int count(List<String> said) {
        return ids(said).size();
    }

    /** Waits until a kiosk whose files cannot be looked at takes an application: one is then deposited. */
    static void awaitEnrolled(KioskProcess kiosk) {
        Waiting.until(Duration.ofSeconds(60), () -> "never enrolled", () -> count(kiosk.order("deposer 1")) == 1);
    }
}
