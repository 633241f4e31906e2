package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.sync.Bulletin.AvisPublie;

/** An agent says since when a notice hangs on the board. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentNoticesTest extends AgentScreen {

    private static final AvisPublie NOTICE = new AvisPublie(
            4,
            "Résultats du tirage",
            "Ils sont affichés ici.\n\nVenez les lire.",
            LocalDate.of(2025, 6, 9),
            LocalDate.of(2025, 8, 9));

    @Autowired
    AvisAuPanneau board;

    @Test
    void a_notice_is_said_to_hang_since_a_day_and_the_day_is_corrected() {
        hub.notices = List.of(NOTICE);
        open();
        assertThat(words())
                .contains("Résultats du tirage")
                .contains("Venez les lire.")
                .contains("À afficher du 9 juin 2025 au 9 août 2025")
                .contains("Pas encore affiché ici");
        say("09/06/2025");
        assertThat(words()).contains("C’est noté").contains("Affiché depuis le 9 juin 2025, pas encore transmis");
        assertThat(events()).isOne();
        click("Corriger le jour");
        test($(TextField.class).single()).setValue("10/06/2025");
        click("Enregistrer");
        assertThat(words()).contains("Affiché depuis le 10 juin 2025");
        assertThat(events()).isEqualTo(2);
        assertThat(board.aAfficher()).isZero();
    }

    @Test
    void a_day_to_come_or_no_day_is_told_at_the_field() {
        hub.notices = List.of(NOTICE);
        open();
        say("11/06/2025");
        assertThat($(TextField.class).single().getErrorMessage()).contains("pas encore venu");
        test($(TextField.class).single()).setValue("demain");
        click("Enregistrer");
        assertThat($(TextField.class).single().getErrorMessage()).contains("avec des chiffres");
        assertThat(events()).isZero();
    }

    @Test
    void the_first_screen_counts_what_is_to_hang_now_and_one_that_is_over_is_not_shown() {
        hub.notices = List.of(
                NOTICE,
                new AvisPublie(2, "Fini", "x", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 9)),
                new AvisPublie(5, "À venir", "x", LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 9)));
        signIn();
        assertThat(words()).contains("1 à afficher");
        door();
        assertThat(words()).contains("À venir").doesNotContain("Fini");
        hub.notices = List.of();
        poll();
        assertThat(words()).contains("La mairie n’a aucun avis");
    }

    @Test
    void the_same_touch_twice_says_it_once() {
        var id = ids.get();
        for (int touch = 0; touch < 2; touch++) {
            assertThat(board.noter(id, NOTICE, LocalDate.of(2025, 6, 9), Agents.MARIAM.id()))
                    .isEqualTo(AvisAuPanneau.Issue.NOTEE);
        }
        assertThat(events()).isOne();
    }

    private void open() {
        signIn();
        door();
    }

    private void say(String day) {
        click("Dire qu’il est affiché");
        test($(TextField.class).single()).setValue(day);
        click("Enregistrer");
    }

    private void door() {
        test($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("agent__porte") && text(b).startsWith("Avis à afficher"))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private int events() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE kind = 'EVENEMENT'")
                .query(Integer.class)
                .single();
    }
}
