package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/**
 * A person types what nothing else contains, in a real browser, sends it, and leaves; then somebody who has the terminal
 * in hand looks everywhere for it. Each search is shown to find what is there to be found.
 */
final class Canaries implements Fault {

    @Override
    public String name() {
        return "Données personnelles reconnaissables (canaris) saisies à l’écran, puis cherchées partout sur la borne";
    }

    @Override
    public String promise() {
        return "rien de lisible dans la base, le WAL, les journaux, les fichiers temporaires, la mémoire après le départ, le code QR, l’export USB, la sauvegarde";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var places = new ArrayList<String>();
        long readable = 0;
        var all = new ArrayList<Canary>();
        Path folder = ground.folder("canari");
        var letters = letters(ground.random(this).nextLong());
        try (var chromium = new Chromium();
                var kiosk = start(ground, folder)) {
            for (int i = 0; i < ground.times(3, 1); i++) {
                var visit = new Visit(ground, kiosk, chromium, canary(letters + (char) ('a' + i)), i % 2 == 0);
                readable += visit.play();
                all.add(visit.canary);
                places.addAll(visit.searched);
            }
        }
        readable += carriedAway(ground, folder, all, places);
        return new Shown(
                "cherchés en UTF-8, UTF-16, base64 et majuscules, chaque recherche trouvant d’abord ce qui s’y trouve : "
                        + String.join(" ; ", places),
                new Tally(0, 0, 0, readable));
    }

    /** What leaves the terminal on a stick or in a backup, made from the same data folder. */
    private static long carriedAway(Ground ground, Path folder, List<Canary> canaries, List<String> places)
            throws IOException {
        Path stick = ground.folder("cle-canari");
        Path backups = ground.folder("sauvegardes-canari");
        try (var kiosk = KioskProcess.start(
                KioskProcess.UNDER_ORDERS,
                ground.folder("journal-canari").resolve("console.log"),
                "--cln.kiosk.dossier=" + folder,
                "--cln.kiosk.mairie=nord",
                "--cln.kiosk.sauvegarde=" + backups,
                "--cln.fautes.graine=1")) {
            kiosk.awaitReady();
            kiosk.order("exporter-tout " + stick);
            kiosk.order("sauvegarder");
        }
        long readable = 0;
        for (Path place : List.of(stick, backups)) {
            var files = Visit.files(place);
            if (files.isEmpty()) {
                throw new AssertionError("nothing was made to be searched in " + place);
            }
            for (Path file : files) {
                for (Canary canary : canaries) {
                    readable += Visit.report(file.getFileName().toString(), canary.readableIn(file));
                }
            }
        }
        places.add("export USB et sauvegarde");
        return readable;
    }

    private static String letters(long number) {
        return Long.toString(Math.abs(number), 36).replaceAll("[0-9]", "x").substring(0, 8);
    }

    /** Nothing in the world is called this. */
    private static Canary canary(String letters) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("nom", "Zqknom" + letters);
        typed.put("prénoms", "Zqkpre" + letters);
        typed.put("adresse", "7 rue du Zqkadr" + letters);
        typed.put("courriel", "zqkmel" + letters + "@exemple.example");
        return new Canary(typed);
    }

    private static Application start(Ground ground, Path folder) throws Exception {
        return Application.kiosk(
                        folder,
                        Application.freePort(),
                        "--cln.kiosk.mairie=nord",
                        "--cln.kiosk.imprimante=virtuelle",
                        "--cln.kiosk.hub=http://localhost:" + ground.hub().port(),
                        "--cln.kiosk.code=" + ground.hub().code(Secteur.NORD))
                .awaitReady("/borne/");
    }

    /** One person, and then somebody who looks for them. */
    private static final class Visit {
        private final Ground ground;
        private final Application kiosk;
        private final Chromium chromium;
        private final Canary canary;
        private final boolean sends;
        private final List<String> searched = new ArrayList<>();

        /** @param sends whether this person sends the form or gives up before */
        Visit(Ground ground, Application kiosk, Chromium chromium, Canary canary, boolean sends) {
            this.sends = sends;
            this.ground = ground;
            this.kiosk = kiosk;
            this.chromium = chromium;
            this.canary = canary;
        }

        long play() throws IOException {
            detectorDetects();
            try (var person = chromium.person(1920, 1080)) {
                var screen = new Screen(person.newPage());
                type(screen);
                mustBeReadable("mémoire pendant la saisie", canary.readableIn(heap("avant")));
                if (sends) {
                    screen.touch("Envoyer ma candidature").titled("Votre candidature est enregistrée");
                    screen.touch("J’ai fini, effacer").titled("Le numérique de la ville");
                } else {
                    screen.touch("Quitter et effacer").titled("Le numérique de la ville");
                }
            }
            return search() + (sends ? receipt() : 0);
        }

        private void type(Screen screen) {
            Waiting.until(Duration.ofSeconds(60), () -> "no call reached the kiosk\n" + kiosk.log(), () -> {
                screen.open(kiosk.url("/borne/candidature"));
                return screen.appears("h1:has-text('Avant de commencer')");
            });
            screen.touch("J’ai lu").titled("Comment vous appelez-vous");
            screen.write("Nom de naissance", canary.typed("nom"))
                    .write("Prénoms", canary.typed("prénoms"))
                    .touch("Continuer");
            screen.titled("Quelle est votre date de naissance")
                    .write("Jour", "14")
                    .write("Mois", "2")
                    .write("Année", "1957")
                    .touch("Continuer");
            screen.titled("Où habitez-vous").find("input").first().fill(canary.typed("adresse"));
            screen.livesInNord().touch("Continuer");
            screen.titled("Pour l’équilibre").choose(0).touch("Continuer");
            screen.titled("Comment vous joindre").write("Courriel, si vous voulez", canary.typed("courriel"));
            screen.choose(1).tick("vaadin-checkbox").touch("Continuer");
            screen.titled("Est-ce que tout est juste");
        }

        private long search() throws IOException {
            long readable = 0;
            for (Path file : files(kiosk.folder())) {
                readable += report(kiosk.folder().relativize(file).toString(), canary.readableIn(file));
            }
            searched.add(files(kiosk.folder()).size() + " fichiers (base, WAL, journaux, temporaires)");
            readable += report("mémoire après le départ", canary.readableIn(heap("apres")));
            searched.add("mémoire après " + (sends ? "l’envoi" : "l’abandon"));
            return readable;
        }

        /** The receipt of this person, which is the last: its picture and what its QR code says. */
        private long receipt() throws IOException {
            byte[] picture = lastReceipt();
            searched.add("reçu et code QR");
            return report("le reçu", canary.readableIn(picture))
                    + report(
                            "le code QR",
                            canary.readableIn(QrCodes.read(picture).getBytes(StandardCharsets.UTF_8)));
        }

        private byte[] lastReceipt() {
            byte[][] found = {{}};
            Waiting.until(Duration.ofSeconds(20), () -> "no receipt came out", () -> {
                for (int number = 1; ; number++) {
                    var answer = get("/materiel/recus/" + number + ".png");
                    if (answer.statusCode() != 200) {
                        return found[0].length > 0;
                    }
                    found[0] = answer.body();
                }
            });
            return found[0];
        }

        private HttpResponse<byte[]> get(String path) {
            try {
                return SimulatedKiosk.send(
                        HttpRequest.newBuilder(URI.create(kiosk.url(path))).build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long report(String place, Set<String> found) {
            found.forEach(field -> System.out.println("LISIBLE : " + field + " dans " + place));
            return found.size();
        }

        private void mustBeReadable(String place, Set<String> found) {
            if (!found.equals(canary.fields())) {
                throw new AssertionError("the search is blind in " + place + ": it finds only " + found);
            }
        }

        /** The search finds every field in a file made for it, in each encoding. */
        private void detectorDetects() throws IOException {
            for (var encoding : List.of(
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE)) {
                Path planted = ground.folder("temoin").resolve("temoin");
                String all = canary.fields().stream().map(canary::typed).reduce("x".repeat(3_000_001), String::concat);
                Files.write(planted, all.getBytes(encoding));
                mustBeReadable("un fichier témoin en " + encoding, canary.readableIn(planted));
                Files.delete(planted);
            }
            byte[] plain = canary.fields().stream()
                    .map(canary::typed)
                    .reduce("", String::concat)
                    .getBytes(StandardCharsets.UTF_8);
            mustBeReadable("base64", canary.readableIn(Base64.getUrlEncoder().encode(plain)));
        }

        /** The living heap of the kiosk, after a full collection. */
        private Path heap(String when) throws IOException {
            Path dump = ground.folder("memoire").resolve(when + ".hprof");
            for (var order : List.of(List.of("GC.run"), List.of("GC.run"), List.of("GC.heap_dump", dump.toString()))) {
                var command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(kiosk.pid())));
                command.addAll(order);
                var process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                process.getInputStream().readAllBytes();
            }
            return dump;
        }

        private static List<Path> files(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }
    }
}
