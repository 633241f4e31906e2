package fr.roubaix.cln.kiosk.fautes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.StartedKiosk;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature.Issue;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.sync.CleUsb;
import fr.roubaix.cln.kiosk.sync.Envois;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.kiosk.sync.Sauvegardes;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

/**
 * The kiosk, obeying what comes line by line on its standard input and answering on its standard output. With
 * {@code --ecrans} it is the whole application, else its journal and its exchange with the hub alone. Its clock goes
 * where it is told.
 *
 * <ul>
 *   <li>{@code deposer N}: appends N applications one by one, {@code durable ID} after each
 *   <li>{@code remplir N}: appends N applications in few transactions, for long queues
 *   <li>{@code mesurer N}: deposits N applications as a screen does, {@code ms X} for each
 *   <li>{@code horloge MS}: sets the clock this far from the real one
 *   <li>{@code maintenant}: "Envoyer maintenant"
 *   <li>{@code bulletin}: {@code bulletin SERIAL}, or 0
 *   <li>{@code exporter DOSSIER}: writes what waits on a stick, {@code export N FICHIER} or {@code export refuse POURQUOI}
 *   <li>{@code exporter-tout DOSSIER}: the same with everything whose bytes are still kept
 *   <li>{@code sauvegarder}: makes a verified copy, {@code sauvegarde} and what became of it
 *   <li>{@code importer FICHIER}: takes in what the hub wrote, {@code import} and what became of it
 *   <li>{@code fin}
 * </ul>
 *
 * Each order ends with a line {@code fait}, or {@code refus} and the name of what refused.
 */
public final class KioskUnderOrders {

    private static final int AT_ONCE = 500;

    private final ConfigurableApplicationContext context;
    private final MovingClock clock;
    private final Random random;

    private KioskUnderOrders(ConfigurableApplicationContext context, MovingClock clock, long seed) {
        this.context = context;
        this.clock = clock;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        boolean screens = arguments[0].equals("--ecrans");
        var clock = new MovingClock();
        String[] others = Stream.of(arguments)
                .filter(argument -> !argument.equals("--ecrans"))
                .toArray(String[]::new);
        var context = screens ? StartedKiosk.withScreens(clock, others) : StartedKiosk.withoutScreens(clock, others);
        try (context;
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            long seed = Long.parseLong(context.getEnvironment().getRequiredProperty("cln.fautes.graine"));
            var kiosk = new KioskUnderOrders(context, clock, seed);
            System.out.println("pret");
            for (String order = orders.readLine(); order != null && !order.equals("fin"); order = orders.readLine()) {
                System.out.println(kiosk.answer(order));
            }
        }
    }

    private String answer(String order) {
        try {
            obey(Arrays.asList(order.split(" ")));
            return "fait";
        } catch (JournalUnavailableException e) {
            return "refus JournalUnavailableException";
        }
    }

    private void obey(List<String> words) {
        String what = words.size() > 1 ? words.get(1) : "0";
        switch (words.getFirst()) {
            case "deposer" -> repeat(Long.parseLong(what), () -> System.out.println("durable " + append()));
            case "remplir" -> fill(Long.parseLong(what));
            case "mesurer" -> repeat(Long.parseLong(what), () -> System.out.println("ms " + measured()));
            case "horloge" -> clock.ahead = Duration.ofMillis(Long.parseLong(what));
            case "exporter" -> export(Path.of(what), CleUsb.Contenu.EN_ATTENTE);
            case "exporter-tout" -> export(Path.of(what), CleUsb.Contenu.TOUT);
            case "sauvegarder" ->
                System.out.println(
                        "sauvegarde " + context.getBean(Sauvegardes.class).maintenant());
            case "importer" ->
                System.out.println("import " + context.getBean(CleUsb.class).importer(Path.of(what)));
            case "maintenant" -> context.getBean(Envois.class).maintenant();
            case "bulletin" ->
                System.out.println("bulletin "
                        + context.getBean(Hub.class)
                                .bulletin()
                                .map(b -> b.serial())
                                .orElse(0L));
            default -> throw new IllegalArgumentException("unknown order");
        }
    }

    private static void repeat(long times, Runnable work) {
        for (long i = 0; i < times; i++) {
            work.run();
        }
    }

    private EnvelopeId append() {
        var id = EnvelopeId.mint(clock, random);
        context.getBean(Journal.class)
                .append(
                        id,
                        new CandidatureDeposee(new ReceiptCode(random.nextLong(1L << 45)), StartedKiosk.form(random)));
        return id;
    }

    private void fill(long number) {
        var transaction = context.getBean(TransactionTemplate.class);
        for (long left = number; left > 0; left -= AT_ONCE) {
            long some = Math.min(left, AT_ONCE);
            transaction.executeWithoutResult(_ -> repeat(some, this::append));
        }
    }

    private double measured() {
        var id = EnvelopeId.mint(clock, random);
        long start = System.nanoTime();
        switch (context.getBean(DepotDeCandidature.class).deposer(id, StartedKiosk.form(random))) {
            case Issue.Enregistree(var code, var le) ->
                context.getBean(Receipts.class).print(code, le);
            case Issue.AppelFerme _, Issue.TropJeune _, Issue.Impossible _ ->
                throw new JournalUnavailableException("not deposited");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void export(Path stick, CleUsb.Contenu what) {
        var keys = context.getBean(CleUsb.class);
        switch (keys.exporter(new CleUsb.Support(stick, "clé", 0, false), what)) {
            case CleUsb.Export.Ecrit(var file, var envelopes) -> System.out.println("export " + envelopes + " " + file);
            case CleUsb.Export refused ->
                System.out.println("export refuse " + refused.getClass().getSimpleName());
        }
    }

    /** The real time, as wrong as somebody wants it. */
    static final class MovingClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return Appel.ROUBAIX;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the product lives in one zone");
        }
    }
}
