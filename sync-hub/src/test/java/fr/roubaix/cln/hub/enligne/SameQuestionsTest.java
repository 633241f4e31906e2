package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.FichesPapier;

/** One register, two ways in (art. 7 §1): paper asks what the screen asks, in the same words and the same order. */
class SameQuestionsTest extends FormulaireScreen {

    private final List<String> questions = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    @Autowired
    private Appels calls;

    @Autowired
    private FichesPapier forms;

    @Test
    void the_paper_form_asks_what_the_steps_on_screen_ask() throws Exception {
        aCall();
        walk();
        assertThat(questions).hasSize(6);
        try (PDDocument paper =
                Loader.loadPDF(forms.aTelecharger(calls.courant().orElseThrow()))) {
            var onPaper = new ArrayList<String>();
            collect(paper.getDocumentCatalog().getStructureTreeRoot(), onPaper);
            assertThat(onPaper).as("the day of signature, on paper alone").endsWith("Date");
            assertThat(onPaper.subList(0, onPaper.size() - 1)).containsExactlyElementsOf(fields);
            assertThat(plain(new PDFTextStripper().getText(paper)))
                    .containsSubsequence(
                            questions.stream().map(SameQuestionsTest::plain).toList());
        }
    }

    private void walk() {
        openForm();
        click("J’ai lu");
        look();
        field("Nom de naissance").setValue("Belkacem");
        field("Prénoms").setValue("Samira");
        click("Continuer");
        look();
        born("14", "3", "1957");
        look();
        live();
        look();
        choose(Parite.FEMMES);
        click("Continuer");
        look();
        choose(Publication.SECTEUR_SEUL);
        $(Checkbox.class, (Component) form).single().setValue(true);
        click("Continuer");
        look();
    }

    private void look() {
        questions.add(title());
        inOrder(form).forEach(component -> {
            switch (component) {
                case TextField field -> fields.add(field.getLabel());
                case RadioButtonGroup<?> group ->
                    group.getListDataView().getItems().forEach(choice -> fields.add(words(choice)));
                case Checkbox box -> fields.add(box.getLabel());
                default -> {}
            }
        });
    }

    /** An answer as paper writes it. */
    private String words(Object answer) {
        return switch (answer) {
            case Secteur sector -> sector.nom();
            case Parite parity -> form.getTranslation("saisie.parite." + parity);
            case Publication publication -> form.getTranslation("saisie.publication." + publication);
            default -> throw new AssertionError("a choice that this test does not know: " + answer);
        };
    }

    private static Stream<Component> inOrder(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(SameQuestionsTest::inOrder));
    }

    private static void collect(PDStructureNode node, List<String> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Form")) {
                    found.add(element.getAlternateDescription());
                }
                collect(element, found);
            }
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').replaceAll("\\s+", " ");
    }
}
