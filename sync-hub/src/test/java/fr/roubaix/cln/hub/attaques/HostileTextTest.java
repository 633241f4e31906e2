package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.sync.EnvelopeId;

/** SQL and markup typed into every field of every screen: kept and shown as the text that it is, or refused. */
@WithMockUser(username = "ada", roles = "ADMIN")
class HostileTextTest extends HubScreens {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>'); DROP TABLE compte; --";

    /** Every screen, and a role that may act there. */
    private static final Map<String, String> SCREENS = new TreeMap<>(Map.ofEntries(
            Map.entry("gestion", "ADMIN"),
            Map.entry("gestion/a-confirmer", "PRESIDENCE"),
            Map.entry("gestion/acces", "DPO"),
            Map.entry("gestion/affichage", "SECRETARIAT"),
            Map.entry("gestion/agents", "ADMIN"),
            Map.entry("gestion/appel", "SECRETARIAT"),
            Map.entry("gestion/bornes", "ADMIN"),
            Map.entry("gestion/candidatures", "SECRETARIAT"),
            Map.entry("gestion/candidatures/saisir", "SECRETARIAT"),
            Map.entry("gestion/irrecevabilites", "SECRETARIAT"),
            Map.entry("gestion/completude", "SECRETARIAT"),
            Map.entry("gestion/comptes", "ADMIN"),
            Map.entry("gestion/conservation", "DPO"),
            Map.entry("gestion/conservation/executions", "DPO"),
            Map.entry("gestion/droits", "DPO"),
            Map.entry("gestion/mises-de-cote", "ADMIN"),
            Map.entry("gestion/registre", "DPO"),
            Map.entry("gestion/sauvegardes", "ADMIN"),
            Map.entry("gestion/proces-verbaux", "SECRETARIAT"),
            Map.entry("gestion/tirage", "TIRAGE"),
            Map.entry("gestion/trousseau", "ADMIN"),
            Map.entry("premier-compte", "ADMIN")));

    @Autowired
    private WebApplicationContext context;

    private int filled;

    @Test
    void every_field_of_every_screen_takes_text_as_text() {
        assertThat(SCREENS.keySet())
                .as("every screen of staff is tried")
                .containsExactlyInAnyOrderElementsOf(ForcedBrowsingTest.SCREENS.keySet().stream()
                        .filter(screen -> !screen.equals(ForcedBrowsingTest.OPEN_TO_ALL))
                        .toList());
        openCall();
        receive(1, "O’Brien-D'Or", 1990, Secteur.NORD, Parite.FEMMES);
        long tables = tables();
        SCREENS.forEach((screen, role) -> as("quelqu.un", role, () -> {
            attack(screen);
            return true;
        }));
        assertThat(filled).as("fields found").isGreaterThan(12);
        assertThat(tables()).isEqualTo(tables);
        assertThat(count("candidature")).isEqualTo(1);
        SCREENS.forEach((screen, role) -> as("quelqu.un", role, () -> {
            open(screen);
            Markup.assertNoneInjected();
            return true;
        }));
    }

    @Test
    void what_was_typed_is_found_again_letter_for_letter() throws Exception {
        as("maud.v", "SECRETARIAT", () -> {
            var page = open("gestion/appel");
            field("Titre").setValue(HOSTILE);
            field("Identifiant de l’appel").setValue("hostile");
            date("Ouverture").setValue(LocalDate.of(2027, 5, 5));
            date("Clôture").setValue(LocalDate.of(2027, 6, 6));
            date("Tirage public").setValue(LocalDate.of(2027, 6, 13));
            field("Lieu du tirage").setValue(HOSTILE);
            click("Ouvrir l’appel");
            assertThat(text(page)).contains("L’appel est ouvert", HOSTILE);
            Markup.assertNoneInjected();
            return true;
        });
        assertThat(jdbc.sql("SELECT titre FROM appel").query(String.class).single())
                .isEqualTo(HOSTILE);
        assertThat(jdbc.sql("SELECT lieu FROM appel").query(String.class).single())
                .isEqualTo(HOSTILE);
        var site = MockMvcBuilders.webAppContextSetup(context).build();
        assertThat(site.perform(get("/")).andReturn().getResponse().getContentAsString())
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
    }

    /** What a name, an address and a contact may hold, at its worst. */
    @Test
    void an_application_is_shown_as_it_was_delivered_whatever_its_signs_could_mean_elsewhere() {
        openCall();
        var habitant = new Habitant(
                new Nom("O'Hara-D’Or"),
                new Nom("-Zoé·"),
                new Nom("Camille"),
                new DateDeNaissance(LocalDate.of(1990, 3, 14)),
                new Adresse("1 rue '); DROP TABLE candidature;--", "Bât. \"B\" & fils; ' or 1"));
        var fiche = new FicheDeCandidature(
                habitant,
                Secteur.NORD,
                Parite.FEMMES,
                new Contact(null, new Courriel("o'brien&co=1+1|x@exemple.fr")),
                Publication.SECTEUR_SEUL);
        assertThat(reception.recevoir(new ReceptionDeCandidature.Recue(
                        new EnvelopeId(new UUID(7, 1)),
                        new ReceiptCode(7919),
                        fiche,
                        Secteur.NORD,
                        clock.instant(),
                        clock.instant())))
                .isEqualTo(ReceptionDeCandidature.Issue.RECUE);
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/candidatures");
            clickFirstRow();
            assertThat(text(current()))
                    .contains("1 rue '); DROP TABLE candidature;--", "Bât. \"B\" & fils; ' or 1")
                    .contains("o'brien&co=1+1|x@exemple.fr");
            Markup.assertNoneInjected();
            return true;
        });
        assertThat(count("candidature")).isEqualTo(1);
    }

    @SuppressWarnings("unchecked") // the row is only clicked
    private void clickFirstRow() {
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }

    private void attack(String screen) {
        open(screen);
        int buttons = $(Button.class).all().size();
        for (int i = 0; i < Math.max(1, buttons); i++) {
            open(screen);
            fill();
            var all = $(Button.class).all();
            if (i < all.size() && all.get(i).isEnabled() && !leaves(all.get(i))) {
                all.get(i).click();
                fill();
                confirmWhateverIsAsked();
            }
            Markup.assertNoneInjected();
        }
    }

    /** What cannot be undone asks twice. */
    private void confirmWhateverIsAsked() {
        for (int times = 0; times < 3; times++) {
            $(ConfirmDialog.class).all().stream()
                    .filter(ConfirmDialog::isOpened)
                    .forEach(dialog -> test(dialog).confirm());
        }
    }

    private static boolean leaves(Button button) {
        return button.getAriaLabel().filter("Se déconnecter"::equals).isPresent();
    }

    private void fill() {
        fields().forEach(field -> {
            filled++;
            field.setValue(HOSTILE);
        });
    }

    private Stream<AbstractSinglePropertyField<?, String>> fields() {
        var fields = new ArrayList<AbstractSinglePropertyField<?, String>>();
        fields.addAll($(TextField.class).all());
        fields.addAll($(TextArea.class).all());
        fields.addAll($(PasswordField.class).all());
        fields.addAll($(EmailField.class).all());
        return fields.stream().filter(field -> !field.isReadOnly() && field.isEnabled());
    }

    private long tables() {
        return jdbc.sql("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
                .query(Long.class)
                .single();
    }
}
