package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.attaques.Markup;

/** What anybody in the world may type into the form at home, at its worst: refused beside the field, or kept as the text it is. */
class HostileAnswersTest extends FormulaireScreen {

    private static final String NEXT = "Continuer";

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>'); DROP TABLE candidature; --",
                "' OR '1'='1",
                "Robert'); DELETE FROM appel WHERE 1=1;--",
                "=HYPERLINK(\"http://mechant.exemple\";\"Cliquez\")",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "${7*7}#{7*7}{{7*7}}<%= 7*7 %>",
                "../../etc/passwd%00",
                "a".repeat(10_000),
                "é".repeat(9_999) + "<",
                "Sa\u0000mira",
                "\u0007\u001b[31mrouge\u001b[0m",
                "Samira\r\nBcc: tous@exemple.fr",
                "Sam\u202Eari\u202C",
                "\u200F\u200ESamira\u2066",
                "\uFEFFSam\u200Bira",
                "Sam\uD800ira",
                "\u3164\u3164",
                "Z\u0301\u0302\u0303".repeat(100),
                "Sam\uD83D\uDE00ira");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void no_step_is_passed_by_it_nor_broken_and_the_person_can_still_apply(String typed) {
        aCall();
        long tables = tables();
        openForm();
        click("J’ai lu");
        attack(typed, () -> {
            field("Nom de naissance").setValue("Belkacem");
            field("Prénoms").setValue("Samira");
            others("Nom de naissance", "Prénoms");
        });
        attack(typed, () -> {
            field("Jour").setValue("14");
            field("Mois").setValue("3");
            field("Année").setValue("1957");
        });
        choose(Secteur.NORD);
        attack(typed, () -> {
            field("Numéro et rue, à Roubaix").setValue("12 av. de l’Alma");
            others("Numéro et rue, à Roubaix");
        });
        choose(Parite.FEMMES);
        click(NEXT);
        attack(typed, () -> {
            others();
            choose(Publication.SECTEUR_SEUL);
            $(com.vaadin.flow.component.checkbox.Checkbox.class, (Component) form)
                    .single()
                    .setValue(true);
        });
        assertThat(title()).isEqualTo("Est-ce que tout est juste\u00a0?");
        click("Envoyer ma candidature");
        assertThat(title()).isEqualTo("Votre candidature est enregistrée");
        assertThat(count("candidature")).isEqualTo(1);
        assertThat(tables()).isEqualTo(tables);
        assertThat(count("appel")).isEqualTo(1);
    }

    /** Signs that a name or an address may have in some language, and that mean something else to a machine. */
    @ParameterizedTest
    @ValueSource(strings = {"O'Hara-D’Or", "-Zoé·", "محمد الأمين", "Nguyễn", "Ñíguez.", "שלום"})
    void what_is_a_name_somewhere_is_kept_and_shown_letter_for_letter(String name) {
        aCall();
        openForm();
        fillIn(name);
        assertThat(said()).contains(name);
        click("Envoyer ma candidature");
        as("maud.v", "SECRETARIAT", () -> {
            cleanVaadinEnvironment();
            initVaadinEnvironment();
            open("gestion/candidatures");
            row();
            assertThat(text(current())).contains("Samira " + name);
            Markup.assertNoneInjected();
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 rue '); DROP TABLE candidature;--", "+1 rue A; -2+3", "12 av. \"de l'Alma\" & fils (bât. B)"})
    void an_address_that_is_one_for_nobody_but_a_machine_is_kept_as_the_text_it_is(String address) {
        aCall();
        openForm();
        give("Belkacem");
        born("14", "3", "1957");
        field("Numéro et rue, à Roubaix").setValue(address);
        choose(Secteur.NORD);
        click(NEXT);
        choose(Parite.FEMMES);
        click(NEXT);
        attest();
        click("Envoyer ma candidature");
        assertThat(count("candidature")).isEqualTo(1);
        as("maud.v", "SECRETARIAT", () -> {
            cleanVaadinEnvironment();
            initVaadinEnvironment();
            open("gestion/candidatures");
            row();
            assertThat(text(current())).contains(address);
            Markup.assertNoneInjected();
            return true;
        });
    }

    /** Types it everywhere on a step and goes on: what is refused is told at its field; then the proper answer follows. */
    private void attack(String typed, Runnable proper) {
        String step = title();
        fields().forEach(field -> field.setValue(typed));
        click(NEXT);
        Markup.assertNoneInjected();
        assertThat(title()).as("nothing of this is an answer to any step").isEqualTo(step);
        assertThat(errors()).as("the field stands out").isNotEmpty();
        // The three fields of a date have one sentence between them.
        var sentences = Stream.concat(errors().stream(), sentences().stream())
                .filter(Objects::nonNull)
                .toList();
        assertThat(sentences).anyMatch(sentence -> !sentence.isBlank());
        assertThat(sentences).noneMatch(sentence -> sentence.contains("!saisie") || echoes(sentence, typed));
        assertThat(count("candidature")).isZero();
        proper.run();
        click(NEXT);
        assertThat(title()).as("the proper answer is taken").isNotEqualTo(step);
    }

    private static boolean echoes(String sentence, String typed) {
        return sentence.contains(typed.substring(0, Math.min(typed.length(), 6)));
    }

    /** Every field of the step but these is left empty. */
    private void others(String... answered) {
        fields().stream()
                .filter(field -> !List.of(answered).contains(field.getLabel()))
                .forEach(TextField::clear);
    }

    private List<TextField> fields() {
        return $(TextField.class, (Component) form).all();
    }

    @SuppressWarnings("unchecked") // the row is only clicked
    private void row() {
        Grid<Object> rows = $(Grid.class).single();
        test(rows).clickRow(0);
    }

    private long tables() {
        return jdbc.sql("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
                .query(Long.class)
                .single();
    }
}
