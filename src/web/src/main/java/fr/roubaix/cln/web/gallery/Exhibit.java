package fr.roubaix.cln.web.gallery;

import static fr.roubaix.cln.web.gallery.Samples.words;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.web.ChoiceCard;
import fr.roubaix.cln.web.CodeField;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.EmptyState;
import fr.roubaix.cln.web.IdleWarning;
import fr.roubaix.cln.web.Pages;
import fr.roubaix.cln.web.ReceiptPreview;
import fr.roubaix.cln.web.StatusLine;
import fr.roubaix.cln.web.StatusLine.Tone;
import fr.roubaix.cln.web.access.FourButtons;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.candidature.Ecran;
import fr.roubaix.cln.web.candidature.Message;
import fr.roubaix.cln.web.frame.DisplayDialogs;
import fr.roubaix.cln.web.frame.PermanentBar;
import fr.roubaix.cln.web.frame.PermanentBar.Place;
import fr.roubaix.cln.web.language.LanguageChoice;
import fr.roubaix.cln.web.saisie.ChampsDeContact;
import fr.roubaix.cln.web.saisie.ChampsDeNaissance;
import fr.roubaix.cln.web.saisie.ChampsDuNom;
import fr.roubaix.cln.web.saisie.ChoixDeParite;
import fr.roubaix.cln.web.saisie.Poste;
import fr.roubaix.cln.web.saisie.Progression;

/** A building block and how to make each of its states. The name of a page is that of the class. */
record Exhibit(Class<?> type, Supplier<List<? extends Component>> making) {

    static final List<Exhibit> ALL = List.of(
            new Exhibit(PermanentBar.class, Exhibit::bars),
            new Exhibit(ChoiceCard.class, Exhibit::cards),
            new Exhibit(Progression.class, Exhibit::steps),
            new Exhibit(Ecran.class, Exhibit::acts),
            new Exhibit(ChampsDuNom.class, Exhibit::names),
            new Exhibit(ChampsDeNaissance.class, Exhibit::dates),
            new Exhibit(ChoixDeParite.class, Exhibit::choices),
            new Exhibit(ChampsDeContact.class, Exhibit::contacts),
            new Exhibit(CodeField.class, Exhibit::codes),
            new Exhibit(StatusLine.class, Exhibit::lines),
            new Exhibit(DisplayDialogs.class, Exhibit::dialogs),
            new Exhibit(IdleWarning.class, Exhibit::warnings),
            new Exhibit(ReceiptPreview.class, Exhibit::papers),
            new Exhibit(Message.class, Exhibit::messages),
            new Exhibit(EmptyState.class, Exhibit::empties),
            new Exhibit(Pages.class, Exhibit::pages),
            new Exhibit(ReadAloud.class, AccessExhibits::readings),
            new Exhibit(OnScreenKeyboard.class, AccessExhibits::keyboards),
            new Exhibit(FourButtons.class, AccessExhibits::stops));

    private static final LocalDate DAY = LocalDate.of(2025, 6, 6);
    private static final String CODE = "7F3K9-Q2MXE";
    private static final int STEPS = 6;
    private static final int CARDS = 8;
    private static final Duration WARNING = Duration.ofSeconds(30);
    private static final Duration LAST_SECONDS = Duration.ofSeconds(10);

    /** The name of the class, which is also that of the page. */
    String title() {
        return type.getSimpleName();
    }

    List<? extends Component> states() {
        return making.get();
    }

    static Optional<Exhibit> at(String title) {
        return ALL.stream().filter(exhibit -> exhibit.title().equals(title)).findFirst();
    }

    private static List<PermanentBar> bars() {
        var six = new PermanentBar(words("barre"), () -> {});
        six.put(Place.LISTEN, words("barre.ecouter"), () -> {});
        six.put(Place.EXIT, words("barre.quitter"), () -> {});
        six.put(Place.LANGUAGE, words("barre.langue"), () -> {});
        six.put(Place.AGENT, words("barre.agent"), () -> {});
        six.put(Place.CONTRAST, words("barre.contraste"), () -> {});
        six.put(Place.SIZE, words("barre.taille"), () -> {});
        var least = new PermanentBar(words("barre"), () -> {});
        least.put(Place.AGENT, words("barre.agent"), () -> {});
        least.put(Place.EXIT, words("barre.quitter"), () -> {});
        return List.of(six, least);
    }

    private static List<ChoiceCard> cards() {
        Supplier<ChoiceCard> card =
                () -> new ChoiceCard("search", words("carte"), words("carte.texte"), words("action"), () -> {});
        return List.of(card.get().main(), card.get());
    }

    /** More cards than their place has room for. */
    private static List<Div> pages() {
        var cards = new Div();
        for (int card = 0; card < CARDS; card++) {
            cards.add(new Paragraph(words("lecture.texte")));
        }
        var pages = new Pages(cards);
        var place = new Div(pages, pages.turning());
        place.addClassName("galerie__pages");
        return List.of(place);
    }

    private static List<Progression> steps() {
        return List.of(
                new Progression(1, STEPS, words("etape")),
                new Progression(3, STEPS, words("etape")),
                new Progression(STEPS, STEPS, words("etape")));
    }

    private static List<Button> acts() {
        var disabled = Ecran.secondaire(words("secondaire"), "back", () -> {});
        disabled.setEnabled(false);
        return List.of(
                Ecran.principal(words("principal"), "arrow", () -> {}),
                Ecran.secondaire(words("secondaire"), "back", () -> {}),
                disabled);
    }

    private static List<ChampsDuNom> names() {
        var filled = new ChampsDuNom(Poste.PARTAGE);
        filled.remplir(new ChampsDuNom.Identite(new Nom("Belkacem"), new Nom("Lefebvre"), new Nom("Samira")));
        var refused = new ChampsDuNom(Poste.PARTAGE);
        refused.lire();
        return List.of(new ChampsDuNom(Poste.PARTAGE), filled, refused);
    }

    private static List<ChampsDeContact> contacts() {
        var filled = new ChampsDeContact(Poste.PARTAGE);
        filled.remplir(
                new ChampsDeContact.Accords(new Contact(new Telephone("0600000000"), null), Publication.SECTEUR_SEUL));
        var refused = new ChampsDeContact(Poste.PARTAGE);
        refused.lire();
        return List.of(new ChampsDeContact(Poste.PARTAGE), filled, refused);
    }

    private static List<ChampsDeNaissance> dates() {
        var refused = new ChampsDeNaissance(Poste.PARTAGE, () -> DAY);
        refused.lire();
        return List.of(
                new ChampsDeNaissance(Poste.PARTAGE, () -> DAY),
                refused,
                new ChampsDeNaissance(Poste.PERSONNEL, () -> DAY));
    }

    private static List<ChoixDeParite> choices() {
        var chosen = new ChoixDeParite();
        chosen.remplir(Parite.FEMMES);
        var refused = new ChoixDeParite();
        refused.lire();
        return List.of(new ChoixDeParite(), chosen, refused);
    }

    private static List<CodeField> codes() {
        Supplier<CodeField> field = () -> new CodeField(words("code"), words("code.aide"));
        var filled = field.get();
        filled.setValue(CODE);
        var refused = field.get();
        refused.setValue("7F3K9");
        refused.refuse(words("code.erreur"));
        return List.of(field.get(), filled, refused);
    }

    private static List<StatusLine> lines() {
        return List.of(
                new StatusLine().say(Tone.QUIET, "wifi", words("montre.calme")),
                new StatusLine().say(Tone.GOOD, "check-circle", words("montre.juste")),
                new StatusLine().say(Tone.ATTENTION, "wifi-off", words("montre.attention")),
                new StatusLine().say(Tone.WRONG, "x-circle", words("montre.faux")));
    }

    private static List<Button> dialogs() {
        var settings = new DisplaySettings();
        return List.of(
                opens(words("taille"), button -> DisplayDialogs.size(button, settings)),
                opens(words("contraste"), button -> DisplayDialogs.contrast(button, settings)),
                opens(words("message"), button -> DisplayDialogs.message(button, "frame.agent.titre", words("vide"))),
                opens(words("barre.langue"), _ -> new LanguageChoice()));
    }

    /** As it comes, and with the last seconds running. */
    private static List<Button> warnings() {
        return Stream.of(WARNING, LAST_SECONDS)
                .map(left -> opens(
                        words("inactivite") + " (" + left.toSeconds() + ")", _ -> new IdleWarning(left, () -> {})))
                .toList();
    }

    private static Button opens(String words, Function<Component, Dialog> dialog) {
        var button = new Button(words);
        button.addClickListener(_ -> dialog.apply(button).open());
        return button;
    }

    private static List<ReceiptPreview> papers() {
        return List.of(new ReceiptPreview(
                words("papier.marque"), words("papier.titre"), List.of(DAY.toString()), CODE, words("papier.garder")));
    }

    private static List<Message> messages() {
        return List.of(Message.information(words("message.information")), Message.alerte(words("message.alerte")));
    }

    private static List<EmptyState> empties() {
        return List.of(
                EmptyState.nothing("info", words("vide"), words("vide.texte")),
                EmptyState.failure(words("echec"), words("echec.texte"), new Button(words("action"))));
    }
}
