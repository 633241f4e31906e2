package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six steps in a browser at home, on a telephone and on a laptop, against a real hub. */
@ExtendWith(City.Shared.class)
class FormAtHomeTest {

    private static Chromium chromium;
    private static Application hub;

    @BeforeAll
    static void a_hub_with_an_open_call(City city) {
        chromium = city.chromium();
        hub = city.hub();
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1440, 900", "768, 1024", "320, 640"})
    void somebody_applies_without_an_account_takes_a_receipt_and_leaves_nothing_behind(int width, int height)
            throws IOException {
        var context = chromium.person(width, height);
        var screen = new Screen(context.newPage());
        upToTheReview(screen);
        check(screen).touch("Envoyer ma candidature").titled("Votre candidature est enregistrée");
        check(screen);
        assertThat(Files.readAllBytes(screen.download("Télécharger mon reçu"))).startsWith('%', 'P', 'D', 'F');
        screen.reload().titled("Votre candidature est enregistrée");
        assertThat(context.cookies()).extracting(cookie -> cookie.name).containsExactly("CLN_HUB");

        screen.touch("J’ai fini, effacer").titled("Le Conseil local du numérique");
        screen.back().titled("Avant de commencer").doesNotSay("Belkacem");
        screen.touch("J’ai lu").titled("Comment vous appelez-vous").doesNotSay("Belkacem");
    }

    private static void upToTheReview(Screen screen) {
        screen.open(hub.url("/app/candidature")).titled("Avant de commencer");
        check(screen).touch("J’ai lu").titled("Comment vous appelez-vous");
        check(refused(screen, "Écrivez votre nom de naissance"))
                .write("Nom de naissance", "Belkacem")
                .write("Prénoms", "Samira")
                .touch("Continuer")
                .titled("Quelle est votre date de naissance");
        check(refused(screen, "Écrivez le jour de votre naissance"))
                .write("Jour", "14")
                .write("Mois", "03")
                .write("Année", "1957")
                .touch("Continuer")
                .titled("Où habitez-vous");
        check(refused(screen, "Écrivez votre adresse")).write("Numéro et rue, à Roubaix", "1 rue qui n’existe pas");
        screen.livesInNord();
        check(screen).touch("Continuer").titled("Pour l’équilibre");
        check(refused(screen, "Choisissez une des 3 réponses"))
                .choose(0)
                .touch("Continuer")
                .titled("Comment vous joindre");
        check(refused(screen, "Cochez la case pour l’attester"))
                .choose(1)
                .tick("vaadin-checkbox")
                .touch("Continuer")
                .titled("Est-ce que tout est juste");
    }

    /** A step without an answer, first as it is, then with what is wrong at its fields. */
    private static Screen refused(Screen screen, String reason) {
        return check(screen).touch("Continuer").says(reason);
    }

    /** No violation, and nothing to scroll sideways for. */
    private static Screen check(Screen screen) {
        return screen.isAccessible().isNoWiderThanItsWindow();
    }
}
