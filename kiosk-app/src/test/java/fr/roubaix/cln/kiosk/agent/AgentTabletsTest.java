package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.regex.Pattern;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.kiosk.tablet.FakeTabletAccess;
import fr.roubaix.cln.kiosk.tablet.TabletDesk;

/** What an agent sees and does about tablets. */
@ContextConfiguration(classes = AgentTabletsTest.WithAWay.class)
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentTabletsTest extends AgentScreen {

    static class WithAWay {
        @Bean
        @Primary
        FakeTabletAccess access(BeanFactory beans, JdbcClient jdbc, Clock clock) {
            return new FakeTabletAccess(beans, jdbc, clock);
        }
    }

    @Autowired
    private FakeTabletAccess access;

    @Autowired
    private TabletDesk desk;

    @BeforeEach
    void an_agent_at_the_page_of_tablets() {
        desk.tablets().forEach(one -> desk.revoke(one.id(), Agents.MARIAM.id()));
        access.closed();
        signIn();
        click("Voir les tablettes");
    }

    @Test
    void the_way_is_closed_until_an_agent_opens_it_and_then_shows_where_and_which_certificate() {
        assertThat(words()).contains("fermé").doesNotContain("Ajouter une tablette");

        click("Ouvrir l’accès aux tablettes");

        assertThat(access.openedBy()).contains(Agents.MARIAM.id());
        assertThat(words())
                .contains("https://192.168.1.20:8443/", "AB AB AB AB AB AB AB AB")
                .contains("https://borne-nord:8443/");
    }

    @Test
    void a_tablet_is_added_by_a_code_that_goes_with_the_screen() {
        click("Ouvrir l’accès aux tablettes");
        click("Ajouter une tablette");
        click("Afficher le code");
        assertThat($(TextField.class).single().isInvalid()).isTrue();
        fill("Tablette accueil");
        click("Afficher le code");
        assertThat(words()).containsPattern("\\d{4} \\d{4}").contains("Encore 10 minutes");
        String code = code();

        access.type(code);
        poll();

        assertThat(words()).contains("La tablette « Tablette accueil » est ajoutée");
        click("Terminé");
        assertThat(words()).contains("Tablette accueil", "Pour les habitants, couchée", "Vue pour la dernière fois");
    }

    @Test
    void a_code_left_behind_is_worth_nothing() {
        click("Ouvrir l’accès aux tablettes");
        click("Ajouter une tablette");
        fill("Tablette accueil");
        click("Afficher le code");
        String code = code();
        click("Annuler ce code");

        access.type(code);

        assertThat(desk.tablets()).isEmpty();
    }

    @Test
    void a_lost_tablet_is_removed_after_a_question() {
        click("Ouvrir l’accès aux tablettes");
        click("Ajouter une tablette");
        fill("Tablette perdue");
        click("Afficher le code");
        access.type(code());
        poll();
        click("Terminé");

        click("Retirer cette tablette");
        assertThat(desk.tablets()).hasSize(1);
        click("Oui, la retirer");

        assertThat(desk.tablets()).isEmpty();
        assertThat(words()).contains("La tablette « Tablette perdue » est retirée");
    }

    @Test
    void a_tablet_lets_no_other_one_in() {
        new Station("autre", desk.screens().getFirst()).claim(visit);
        try {
            click("Retour");
            click("Voir les tablettes");

            assertThat(words()).contains("allez à la borne elle-même");
            assertThat(button("Ouvrir l’accès aux tablettes")).isEmpty();
            desk.open(Agents.MARIAM.id());
            assertThat(access.openedBy()).isEmpty();
        } finally {
            visit.removeAttribute(Station.class.getName());
        }
    }

    @SuppressWarnings("unchecked") // a lookup by class knows no type arguments
    private void fill(String name) {
        test($(TextField.class).single()).setValue(name);
        var screens =
                (RadioButtonGroup<TerminalProfile>) $(RadioButtonGroup.class).single();
        screens.setValue(desk.screens().stream()
                .filter(screen -> screen.id().text().equals("tablette-habitant"))
                .findFirst()
                .orElseThrow());
    }

    private String code() {
        var found = Pattern.compile("(\\d{4}) (\\d{4})(?= )").matcher(words());
        assertThat(found.find()).isTrue();
        return found.group(1) + found.group(2);
    }
}
