package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.security.Bell;
import fr.roubaix.cln.hub.tirage.QualiteDePresence;
import fr.roubaix.cln.testkit.time.HandClock;

/** The whole hub on a new SQLite file, emptied before each test; one application serves every test class. */
@SpringBootTest
@Import({HubScreens.Time.class, Bell.class})
@ExtendWith(TheHubsOwnStrategy.class)
public abstract class HubScreens extends SpringBrowserlessTest {

    /** Every test starts on Thursday 20 May 2027 at ten in Roubaix. */
    protected static final Instant START = Instant.parse("2027-05-20T08:00:00Z");

    private static int calls;

    private static final List<String> TABLES = List.of(
            "acte_a_deux_voix",
            "demande_de_droit",
            "purge_element",
            "purge",
            "suspension",
            "limitation",
            "acces",
            "export_du_trousseau",
            "derogation",
            "agent_de_mairie",
            "revocation",
            "cloture",
            "chaine_ouverte",
            "evenement",
            "envelope",
            "fact",
            "quarantine",
            "kiosk_chain",
            "enrolment_code",
            "kiosk_key",
            "kiosk",
            "tirage",
            "repetition",
            "programme_garde",
            "affichage",
            "avis",
            "retrait",
            "fiche_de_mairie",
            "paire_de_doublon",
            "decision",
            "candidature",
            "registre_de_l_appel",
            "prolongation",
            "lot_de_fiches",
            "fiches_annoncees",
            "texte_d_appel",
            "secteur_d_appel",
            "brouillon_d_appel",
            "appel",
            "session_ouverte",
            "cle_d_acces",
            "titulaire_de_cles",
            "code_de_secours",
            "second_facteur",
            "compte_role",
            "compte",
            "connexion_echouee");

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected HandClock clock;

    @Autowired
    protected ReceptionDeCandidature reception;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Scratch.folder("hub");
        registry.add("cln.hub.dossier", folder::toString);
        registry.add("cln.base", () -> "");
        // All tests deposit from one address, and none waits for another.
        registry.add("cln.hub.limites.portes.depots.rafale", () -> 1000);
        registry.add("cln.hub.limites.portes.depots.par-minute", () -> 1000);
        registry.add("cln.hub.limites.portes.depots-en-tout.rafale", () -> 1000);
        registry.add("cln.hub.limites.portes.depots-en-tout.par-minute", () -> 1000);
        registry.add("cln.hub.limites.portes.photos.rafale", () -> 1000);
        registry.add("cln.hub.limites.portes.photos.par-minute", () -> 1000);
        registry.add("cln.hub.limites.portes.photos-en-tout.rafale", () -> 1000);
        registry.add("cln.hub.limites.portes.photos-en-tout.par-minute", () -> 1000);
        // A test does the work it wants done.
        registry.add("cln.hub.travaux.periode", () -> "PT0S");
        // All these tests sign in from one address within seconds; what is counted there has its own.
        registry.add("cln.hub.limites.portes.entrees.rafale", () -> "100000");
        registry.add("cln.hub.limites.portes.entrees.par-minute", () -> "100000");
    }

    /** Before, for what another class left; after, because the next test opens the dashboard before its own set-up. */
    @BeforeEach
    @AfterEach
    void emptyTheHub() {
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        clock.back();
    }

    /** Does something in the name of somebody else, then gives the identity of the test back. */
    protected static <T> T as(String name, String role, Supplier<T> act) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        var context = SecurityContextHolder.getContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role)));
        try {
            return act.get();
        } finally {
            context.setAuthentication(before);
        }
    }

    protected void openCall() {
        calls++;
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/appel");
            field("Titre").setValue("Appel " + calls);
            field("Identifiant de l’appel").setValue("essai-" + calls);
            date("Ouverture").setValue(LocalDate.of(2027, 5, 5));
            date("Clôture").setValue(LocalDate.of(2027, 6, 6));
            date("Tirage public").setValue(LocalDate.of(2027, 6, 13));
            field("Lieu du tirage").setValue("Hôtel de ville");
            click("Ouvrir l’appel");
            return count("appel");
        });
    }

    protected long closeCall() {
        open("gestion/appel");
        $(TextField.class).all().stream()
                .filter(f -> f.getLabel().equals("Motif"))
                .reduce((_, last) -> last)
                .orElseThrow()
                .setValue("Essai");
        click("Clore l’appel");
        confirm();
        return count("appel WHERE clos_le IS NOT NULL");
    }

    /** The presidency says yes to what waits. */
    protected void secondVoice() {
        as("presidence", "PRESIDENCE", () -> {
            open("gestion/a-confirmer");
            click("Confirmer");
            assertThat(text(current())).contains("confirmé et fait");
            return null;
        });
    }

    /** The list is proposed on the screen that is open, confirmed by the presidency, and shown. */
    protected void freeze() {
        open("gestion/tirage");
        click("Proposer d’arrêter la liste");
        confirm();
        secondVoice();
        open("gestion/tirage");
    }

    protected long acceptAll() {
        open("gestion/candidatures");
        selectAll();
        $(Button.class).all().stream()
                .filter(b -> b.getText().startsWith("Déclarer"))
                .findFirst()
                .orElseThrow()
                .click();
        return count("candidature WHERE etat = 'RECEVABLE'");
    }

    protected void receive(int number, String name, int birthYear, Secteur secteur, Parite parite) {
        assertThat(reception.recevoir(Deliveries.of(number, name, birthYear, secteur, parite, clock.instant())))
                .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the rows of another package are only selected
    protected void selectAll() {
        Grid grid = $(Grid.class).single();
        grid.asMultiSelect().select(grid.getGenericDataView().getItems().toList());
    }

    protected Main open(String address) {
        return navigate(address, Main.class);
    }

    protected Main current() {
        return (Main) getCurrentView();
    }

    protected void click(String text) {
        button(text).click();
    }

    protected Button button(String text) {
        return $(Button.class).all().stream()
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button « " + text + " » among "
                        + $(Button.class).all().stream().map(Button::getText).toList()));
    }

    protected void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
    }

    protected TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(f -> label.equals(f.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    protected DatePicker date(String label) {
        return $(DatePicker.class).all().stream()
                .filter(f -> label.equals(f.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    /** Types dice as they fall, in the name of the first person present. */
    @SuppressWarnings("unchecked") // the people of another package are only chosen
    protected void dice(String digits) {
        Select<Object> thrower = choice("Qui lance");
        thrower.setValue(thrower.getListDataView().getItem(0));
        digits.chars().forEach(digit -> field("Chiffre du dé").setValue(Character.toString(digit)));
    }

    @SuppressWarnings("rawtypes") // by its label
    protected Select choice(String label) {
        return $(Select.class).all().stream()
                .filter(s -> label.equals(s.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    /** From the frozen list on the screen that is open: reading, plan and session, with both voices. */
    protected void openSession() {
        click("Retenir cette lecture");
        both("Proposer ce plan");
        register("Mme Delcourt", QualiteDePresence.CO_PRESIDENT);
        register("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION);
        both("Proposer d’ouvrir la séance");
    }

    @SuppressWarnings("unchecked") // a select of qualities
    protected void register(String name, QualiteDePresence qualite) {
        field("Nom").setValue(name);
        choice("Qualité").setValue(qualite);
        click("Inscrire");
    }

    /** Proposes a step on the screen that is open, has it confirmed by the presidency, and shows the draw again. */
    protected void both(String proposal) {
        click(proposal);
        secondVoice();
        open("gestion/tirage");
    }

    /** Everything from the frozen list to the members drawn and proclaimed. */
    protected void draw(String digits) {
        openSession();
        dice(digits);
        both("Proposer la graine (30 chiffres)");
        click("Lancer le tirage");
        both("Proposer la proclamation");
    }

    protected long count(String tableAndCondition) {
        return jdbc.sql("SELECT COUNT(*) FROM " + tableAndCondition)
                .query(Long.class)
                .single();
    }

    /** What one reads on a page, buttons and labels of choices included. */
    protected static String text(Component page) {
        return text(page.getElement()).replace('\u00a0', ' ');
    }

    private static String text(Element element) {
        String own = element.isTextNode()
                ? element.getText()
                : Optional.ofNullable(element.getProperty("label")).orElse("");
        List<String> children = element.getChildren().map(HubScreens::text).toList();
        String empty =
                Optional.ofNullable(element.getProperty("emptyStateText")).orElse("");
        return Arrays.asList(own, empty, String.join(" ", children)).stream()
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(" "));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        HandClock handClock() {
            return new HandClock(START);
        }
    }
}
