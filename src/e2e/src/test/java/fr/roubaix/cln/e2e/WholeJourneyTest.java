package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.e2e.verification.PublicDraw;

/** One application from the kiosk screen to a verified procès-verbal, with real processes and a real browser. */
@ExtendWith(City.Shared.class)
class WholeJourneyTest {

    private static final String DEMO = "--spring.profiles.active=demo";
    private static final String DICE = "314159265358979323846264338327";

    private static City city;
    private static Chromium chromium;

    @TempDir
    Path folder;

    private final int hubPort = Application.freePort();
    private final int kioskPort = Application.freePort();
    private final Map<String, Screen> desks = new HashMap<>();
    private @Nullable Application hub;
    private @Nullable Application kiosk;

    @BeforeAll
    static void a_city(City shared) {
        city = shared;
        chromium = city.chromium();
    }

    /** Of their own, where power is cut and a call is closed. */
    private void aHubAndAKioskThatKnowEachOther() throws IOException {
        hub = startHub();
        hub.awaitInLog("(Démonstration prête)");
        String code = Files.readString(folder.resolve("hub/code-nord.txt"));
        kiosk = startKiosk("--cln.kiosk.hub=" + hub.url(""), "--cln.kiosk.code=" + code);
    }

    @AfterEach
    void stop_what_still_runs() {
        if (hub != null) {
            hub.close();
        }
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @Test
    void an_application_made_without_network_and_through_a_power_cut_ends_in_a_draw_that_anyone_can_replay()
            throws Exception {
        aHubAndAKioskThatKnowEachOther();
        new Screen(chromium.person(1920, 1080).newPage())
                .open(kiosk.url("/borne/"))
                .says("Connectée");
        hub.close();

        String code = apply();
        assertThat(receiptOf(1)).startsWith("CLN1:");

        kiosk.kill();
        kiosk = startKiosk();
        hub = startHub();
        hub.awaitReady("/connexion");

        decide(code);
        nothingIsProvenYet();
        closeTheMairie();
        Path[] files = draw();
        assertThat(Files.readString(files[1])).contains(code + ";");
        verify(files[0], files[1]);
        anyoneVerifies(code, files[0], files[1]);
    }

    private void anyoneVerifies(String code, Path pv, Path list) throws Exception {
        String publicly = new Screen(chromium.person(1440, 900).newPage())
                .open(hub.url("/tirages"))
                .find("a.btn[href^='/tirages/']")
                .first()
                .getAttribute("href");
        new PublicDraw(chromium, hub.url(publicly), folder)
                .reads(code)
                .seesAChangedByte(pv, list)
                .verifiesOffline(pv, list)
                .verifiesWithTheProgram(pv, list);
    }

    @Test
    void a_name_of_any_script_and_a_date_typed_on_the_pad_reach_the_hub_once() {
        var screen = new Screen(chromium.person(1080, 1920).newPage());
        screen.open(city.kiosk().url("/borne/")).touch("Poser ma candidature").touch("J’ai lu");
        screen.write("Nom de naissance", "O’Brien-Łukaszewicz")
                .write("Prénoms", "محمد")
                .touch("Continuer");
        screen.titled("Quelle est votre date de naissance")
                .find("input")
                .first()
                .click();
        "14031957".chars().forEach(key -> screen.touch(Character.toString(key)));
        screen.touch("Continuer")
                .titled("Où habitez-vous")
                .find("input")
                .first()
                .fill("1 rue de l’Essai");
        screen.livesInNord().touch("Continuer");
        screen.titled("Pour l’équilibre").choose(1).touch("Continuer");
        screen.titled("Comment vous joindre").choose(0).tick("vaadin-checkbox").touch("Continuer");
        screen.titled("Est-ce que tout est juste").says("14 mars 1957");
        screen.find("vaadin-button:has-text('Envoyer ma candidature')").dblclick();
        screen.titled("Votre candidature est enregistrée");
        city.staff("secretariat", 1440, 900)
                .open(city.hub().url("/app/gestion/candidatures"))
                .titled("Candidatures")
                .write("Nom, code du reçu ou n° d’original", "Brien")
                .says("1 affichée sur");
    }

    private Application startHub() {
        return Application.hub(folder.resolve("hub"), hubPort, DEMO);
    }

    private Application startKiosk(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(DEMO, "--cln.kiosk.mairie=nord", "--cln.kiosk.imprimante=virtuelle"), Stream.of(more))
                .toArray(String[]::new);
        return Application.kiosk(folder.resolve("borne"), kioskPort, arguments).awaitReady("/borne/");
    }

    private String apply() {
        var screen = new Screen(chromium.person(1920, 1080).newPage());
        screen.open(kiosk.url("/borne/"))
                .titled("Le numérique de la ville")
                .isAccessible()
                .fits()
                .picture("borne-accueil");
        screen.touch("Poser ma candidature").titled("Avant de commencer").isAccessible();
        screen.touch("J’ai lu").titled("Comment vous appelez-vous").isAccessible();
        screen.write("Nom de naissance", "Belkacem").write("Prénoms", "Samira").touch("Continuer");
        screen.titled("Quelle est votre date de naissance").isAccessible();
        screen.write("Jour", "31").write("Mois", "2").write("Année", "1957").touch("Continuer");
        screen.says("Ce jour n’existe pas dans ce mois").isAccessible();
        screen.write("Jour", "14").touch("Continuer");
        screen.titled("Où habitez-vous").isAccessible();
        screen.find("input").first().fill("12 av. de l’Exemple");
        screen.livesInNord().isAccessible().touch("Continuer");
        screen.titled("Pour l’équilibre").isAccessible().choose(0).touch("Continuer");
        screen.titled("Comment vous joindre").choose(1).tick("vaadin-checkbox").isAccessible();
        screen.touch("Continuer")
                .titled("Est-ce que tout est juste")
                .isAccessible()
                .fits();
        screen.touch("Envoyer ma candidature")
                .titled("Votre candidature est enregistrée")
                .isAccessible();
        return screen.find(".fin__numero > :nth-child(2)").innerText().replaceAll("[^0-9A-Z]", "");
    }

    private String receiptOf(int number) throws Exception {
        byte[][] png = new byte[1][];
        Waiting.until(Duration.ofSeconds(20), () -> "no receipt came out", () -> {
            var response = get(kiosk.url("/materiel/recus/" + number + ".png"));
            png[0] = response.body();
            return response.statusCode() == 200;
        });
        var image = ImageIO.read(new ByteArrayInputStream(png[0]));
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }

    private static HttpResponse<byte[]> get(String url) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same person before the same screen all day. */
    private Screen desk(String account) {
        return desks.computeIfAbsent(
                account, name -> Connexion.connecter(chromium.person(1440, 900), hub.url(""), name));
    }

    /** The secretariat decides on the application that has just come in, then on all others, and closes the call. */
    private void decide(String code) {
        var screen = desk("secretariat").isAccessible();
        String row = "vaadin-grid-cell-content:has-text('" + shown(code) + "')";
        Waiting.until(Duration.ofSeconds(90), () -> "the application never came\n" + kiosk.log(), () -> {
            screen.open(hub.url("/app/gestion/candidatures")).titled("Candidatures");
            screen.write("Nom, code du reçu ou n° d’original", shown(code));
            return screen.appears(row);
        });
        screen.isAccessible().find(row).first().click();
        screen.write("Nom, code du reçu ou n° d’original", "").says("121 affichées sur 121");
        screen.says("Belkacem").picture("hub-candidatures");
        screen.touch("Déclarer recevable").says("est recevable");
        screen.open(hub.url("/app/gestion/candidatures")).titled("Candidatures");
        screen.find("vaadin-grid >> vaadin-checkbox").first().click();
        screen.find("vaadin-button:has-text('recevables')").first().click();
        screen.says("candidatures sont déclarées recevables").says("3 en alerte");
        verifyTheSectors(screen);
        screen.open(hub.url("/app/gestion/appel"))
                .titled("Appel à candidatures")
                .isAccessible();
        screen.find("vaadin-text-field input").last().fill("Fin de la démonstration");
        screen.touch("Clore l’appel");
        screen.find("vaadin-confirm-dialog vaadin-button[theme~='primary']")
                .first()
                .click();
        screen.says("L’appel est clos");
    }

    /** Three people whose address is in no base chose their sector: somebody looks at each before accepting them. */
    private void verifyTheSectors(Screen screen) {
        screen.open(hub.url("/app/gestion/candidatures?etat=SECTEUR_A_VERIFIER"))
                .says("3 affichées sur 121");
        screen.find("vaadin-grid-cell-content:has-text('Secteur à vérifier')")
                .first()
                .click();
        screen.says("1 sur 3").focusIsIn(".det").press("e");
        screen.focusIsIn(".det").press("r").says("1 sur 2");
        screen.focusIsIn(".det").press("r").says("1 sur 1");
        screen.focusIsIn(".det").press("r").says("C’est la dernière de la liste");
    }

    /** Before the kiosk in Nord has closed, the list cannot be frozen, and the screen says why. */
    private void nothingIsProvenYet() {
        var screen = desk("tirage").open(hub.url("/app/gestion/completude")).titled("Rien ne manque");
        screen.says("n’a pas encore clôturé").isAccessible();
        screen.open(hub.url("/app/gestion/tirage")).says("ne détient plus rien");
    }

    /** The agent of the mairie gives a PIN, and says that nothing more is held there. */
    private void closeTheMairie() {
        var screen = new Screen(chromium.person(1920, 1080).newPage());
        screen.open(kiosk.url("/borne/agent")).titled("Qui êtes-vous").isAccessible();
        screen.touch("Agent Nord").titled("Tapez votre code").isAccessible();
        "246813".chars().forEach(key -> screen.touch(Character.toString(key)));
        screen.touch("Ouvrir").titled("Page de l’agent").isAccessible().touch("Voir la clôture");
        // The end of the call comes with the next bulletin.
        screen.touch("Clôturer cet appel").titled("Combien de formulaires");
        screen.touch("2").touch("Continuer").titled("Confirmez la clôture").says("2 formulaires papier");
        screen.isAccessible().touch("Oui, clôturer").says("La clôture est enregistrée");
        screen.says("Clôture transmise au hub");
    }

    /** The agent counted two forms that nobody entered: the list waits until somebody has said why. */
    private void explainThePaper() {
        var screen = desk("secretariat");
        screen.open(hub.url("/app/gestion/appel")).titled("Appel à candidatures");
        screen.choose("Mairie en écart", "Nord").write("Pourquoi les nombres diffèrent", "Deux fiches rendues vides");
        screen.touch("Inscrire l’explication").says("Écart expliqué");
    }

    /** Proposes the list, which the presidency confirms; keeps the default reading, throws thirty dice, draws; gives pv.json and the list. */
    private Path[] draw() {
        var screen = desk("tirage");
        Waiting.until(Duration.ofSeconds(60), () -> "a mairie never closed\n" + hub.log(), () -> {
            screen.open(hub.url("/app/gestion/completude")).titled("Rien ne manque");
            return screen.appears("text=Rien ne manque : le hub tient tout");
        });
        screen.isAccessible();
        explainThePaper();
        screen.open(hub.url("/app/gestion/tirage")).titled("Tirage au sort");
        screen.touch("Proposer d’arrêter la liste");
        screen.find("vaadin-confirm-dialog vaadin-button[theme~='primary']")
                .first()
                .click();
        screen.says("Il attend la présidence").isAccessible();
        var second = desk("presidence");
        second.open(hub.url("/app/gestion/a-confirmer"))
                .titled("À confirmer")
                .says("Empreinte de la liste")
                .isAccessible()
                .touch("Confirmer")
                .says("confirmé et fait");
        atTheDraw(screen);
        screen.touch("Retenir cette lecture : Priorité absolue").says("La lecture est retenue");
        both(screen, second, "Proposer ce plan");
        screen.write("Nom", "Mme Delcourt").touch("Inscrire").says("Mme Delcourt, co-président du CLN");
        screen.choose("Qualité", "élu de l’opposition");
        screen.write("Nom", "M. Amrani").touch("Inscrire").says("M. Amrani, élu de l’opposition");
        both(screen, second, "Proposer d’ouvrir la séance");
        screen.choose("Qui lance", "Mme Delcourt");
        for (int i = 0; i < DICE.length(); i++) {
            screen.write("Chiffre du dé", DICE.substring(i, i + 1)).says((i + 1) + " chiffres sur 30");
        }
        screen.isAccessible();
        both(screen, second, "Proposer la graine (30 chiffres)");
        screen.touch("Lancer le tirage")
                .says("membres tirés au sort")
                .isAccessible()
                .picture("hub-tirage");
        both(screen, second, "Proposer la proclamation");
        both(screen, second, "Proposer de clore le procès-verbal");
        screen.says("Le procès-verbal est clos").isAccessible();
        return new Path[] {screen.download("Procès-verbal (pv.json)"), screen.download("Liste (CSV)")};
    }

    /** One session proposes, the other confirms. */
    private void both(Screen first, Screen second, String step) {
        first.touch(step).says("La présidence confirme");
        second.open(hub.url("/app/gestion/a-confirmer")).touch("Confirmer").says("confirmé et fait");
        atTheDraw(first);
    }

    private void atTheDraw(Screen screen) {
        screen.open(hub.url("/app/gestion/tirage")).titled("Tirage au sort");
    }

    private void verify(Path pv, Path list) throws Exception {
        assertThat(verifier(pv, list)).isEqualTo("CONFORME");
        byte[] altered = Files.readAllBytes(pv);
        int digit = new String(altered, StandardCharsets.UTF_8).indexOf("\"ecart\": ") + "\"ecart\": ".length();
        altered[digit] = (byte) (altered[digit] == '9' ? '8' : altered[digit] + 1);
        assertThat(verifier(Files.write(folder.resolve("altere.json"), altered), list))
                .startsWith("NON CONFORME : ecart");
    }

    private static String verifier(Path pv, Path list) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("cln.racine"), "cln").toString(),
                        "verifier",
                        pv.toString(),
                        list.toString())
                .redirectErrorStream(true);
        // Maven has built it, and is building what stands around it.
        builder.environment().put("CLN_CONSTRUIT", "oui");
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.lines().reduce("", (_, last) -> last);
    }

    private static String shown(String code) {
        return code.substring(0, 5) + "-" + code.substring(5);
    }
}
