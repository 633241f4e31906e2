package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.FakeClotures;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;

/** What a resident does and sees, in the words of the screen. */
@SpringBootTest(classes = BorneDEssai.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ViewPackages(classes = CandidatureView.class)
abstract class CandidatureScreenTest extends SpringBrowserlessTest {

    @Autowired
    FakeHub hub;

    @Autowired
    FakeJournal journal;

    @Autowired
    FakeClotures clotures;

    @Autowired
    FakeReceipts receipts;

    @Autowired
    DepotDeCandidature depot;

    @Autowired
    Impressions impressions;

    @Autowired
    FakeAdresses adresses;

    @Autowired
    Supplier<EnvelopeId> ids;

    @Autowired
    Clock clock;

    /** What the person looks at. */
    CandidatureView vue;

    @BeforeEach
    void an_open_call_and_a_terminal_in_order() {
        hub.publier(new AppelPublie(FakeHub.APPEL, false));
        journal.vider();
        clotures.vider();
        receipts.remettreEnEtat();
        adresses.base = false;
    }

    String titre() {
        return $(H1.class, vue).single().getText();
    }

    /** Every paragraph that the screen shows. */
    List<String> phrases() {
        return $(Paragraph.class, vue).all().stream()
                .map(Component::getElement)
                .map(e -> e.getTextRecursively().strip())
                .toList();
    }

    void toucher(String bouton) {
        test(bouton(bouton)).click();
    }

    Button bouton(String libelle) {
        return $(Button.class, vue).withText(libelle).single();
    }

    TextField champ(String libelle) {
        return $(TextField.class, vue).withCaption(libelle).single();
    }

    void ecrire(String libelle, String texte) {
        test(champ(libelle)).setValue(texte);
    }

    /** The errors shown at the fields, in reading order. */
    List<String> erreurs() {
        Stream<String> lignes = $(TextField.class, vue).all().stream()
                .filter(TextField::isInvalid)
                .map(TextField::getErrorMessage);
        Stream<String> choix = choix().filter(RadioButtonGroup::isInvalid).map(RadioButtonGroup::getErrorMessage);
        Stream<String> cases = $(Checkbox.class, vue).all().stream()
                .filter(Checkbox::isInvalid)
                .map(Checkbox::getErrorMessage);
        return Stream.of(lignes, choix, cases)
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<RadioButtonGroup<?>> choix() {
        return $(RadioButtonGroup.class, vue).all().stream().map(groupe -> (RadioButtonGroup<?>) groupe);
    }

    @SuppressWarnings("unchecked") // the query takes a class; the caller knows which items the group has
    void choisir(Object valeur) {
        ((RadioButtonGroup<Object>) choix().findFirst().orElseThrow()).setValue(valeur);
    }

    void ouvrir() {
        vue = navigate(CandidatureView.class);
    }

    /** One more tab of the same browser: one more instance beside the first. */
    CandidatureView unAutreOnglet() {
        var autre = new CandidatureView(depot, impressions, adresses, ids, clock);
        page().add(autre);
        return autre;
    }

    void commencer() {
        ouvrir();
        toucher("J’ai lu");
    }

    void direSonNom(String naissance, String prenoms) {
        ecrire("Nom de naissance", naissance);
        ecrire("Prénoms", prenoms);
        toucher("Continuer");
    }

    void direSaNaissance(String jour, String mois, String annee) {
        ecrire("Jour", jour);
        ecrire("Mois", mois);
        ecrire("Année", annee);
        toucher("Continuer");
    }

    void direSonAdresse() {
        ecrire("Numéro et rue, à Roubaix", "12 av. de l’Alma");
        choisir(Secteur.NORD);
        toucher("Continuer");
    }

    void attester() {
        choisir(Publication.SECTEUR_SEUL);
        test($(Checkbox.class, vue).single()).click();
        toucher("Continuer");
    }

    /** From the notice to the review, with an answer everywhere. */
    void remplir(String nom) {
        toucher("J’ai lu");
        direSonNom(nom, "Samira");
        direSaNaissance("14", "3", "1957");
        direSonAdresse();
        choisir(Parite.FEMMES);
        toucher("Continuer");
        attester();
    }

    /** Opens the screen and goes up to the review. */
    void toutRemplir() {
        ouvrir();
        remplir("Belkacem");
    }

    /** Text that no screen may show: a key without its sentence. */
    static boolean sansTrou(Component ecran) {
        return Arrays.stream(ecran.getElement().getOuterHTML().split("[<>]")).noneMatch(t -> t.contains("!{"));
    }

    static UI page() {
        return UI.getCurrent();
    }
}
