package fr.roubaix.cln.hub.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;

/** Opens and indexes the people of one call: all at once after a start, then what one more brings. Goal: under 2 s. */
final class BenchIndex {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    private BenchIndex() {}

    /** Milliseconds to open and index so many people after a start, then to follow one more. */
    static double[] measure(Path folder, int people) {
        try (var hub = HubInProcess.start(folder)) {
            hub.openCall();
            hub.receive(recues(1, people));
        }
        try (var hub = HubInProcess.start(folder)) {
            hub.signIn();
            String appel = HubInProcess.APPEL.valeur();
            long all = millis(() -> ReadNames.of(hub.context(), appel));
            hub.receive(recues(people + 1L, people + 1L));
            long one = millis(() -> ReadNames.of(hub.context(), appel));
            return new double[] {all, one};
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static List<ReceptionDeCandidature.Recue> recues(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number ->
                        Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, AT.plusMillis(number)))
                .toList();
    }
}
