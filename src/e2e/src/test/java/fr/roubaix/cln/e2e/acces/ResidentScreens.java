package fr.roubaix.cln.e2e.acces;

import java.util.List;
import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Screen;

/** Goes through every screen that a resident can meet, in the order of a visit, and has each looked at. */
public final class ResidentScreens {

    private final Page page;
    private final Screen screen;
    private final String kiosk;
    private final BiConsumer<String, Page> look;

    /**
     * A walk, not begun.
     *
     * @param kiosk address of the terminal, whose call is open
     * @param look told the name of each screen while it stands
     */
    public ResidentScreens(Page page, String kiosk, BiConsumer<String, Page> look) {
        this.page = page;
        this.screen = new Screen(page);
        this.kiosk = kiosk;
        this.look = look;
    }

    public void walk() {
        home();
        sixSteps();
        others();
    }

    /** The building blocks, where the terminal shows them. */
    public void gallery() {
        screen.open(kiosk + "galerie").titled("Composants");
        List<String> names = screen.find(".galerie__liste vaadin-button").allInnerTexts();
        for (String name : names) {
            screen.open(kiosk + "galerie/" + name.strip()).titled(name.strip());
            look.accept("galerie " + name.strip(), page);
        }
    }

    private void home() {
        screen.open(kiosk).titled("Le numérique de la ville");
        look.accept("accueil", page);
        for (String dialog : List.of("Taille du texte", "Contraste", "Appeler un agent")) {
            screen.touch(dialog);
            screen.find("vaadin-dialog[opened] vaadin-button").first().waitFor();
            look.accept(dialog, page);
            screen.press("Escape");
            screen.find("vaadin-dialog[opened] vaadin-button").first().waitFor(Screen.GONE);
        }
    }

    private void sixSteps() {
        screen.open(kiosk + "candidature").titled("Avant de commencer");
        look.accept("avant", page);
        screen.touch("J’ai lu").titled("Comment vous appelez-vous");
        look.accept("nom", page);
        screen.touch("Continuer");
        screen.find("vaadin-text-field[invalid]").first().waitFor();
        look.accept("nom refusé", page);
        screen.write("Nom de naissance", "Belkacem").write("Prénoms", "Samira").touch("Continuer");
        screen.titled("Quelle est votre date de naissance");
        look.accept("naissance", page);
        screen.write("Jour", "31").write("Mois", "2").write("Année", "1957").touch("Continuer");
        screen.says("Ce jour n’existe pas dans ce mois");
        look.accept("naissance refusée", page);
        screen.write("Jour", "14").touch("Continuer").titled("Où habitez-vous");
        look.accept("adresse", page);
        screen.find("input").first().fill("12 rue de l’Exemple");
        screen.livesInNord();
        look.accept("adresse choisie", page);
        screen.touch("Continuer").titled("Pour l’équilibre");
        look.accept("parité", page);
        screen.choose(0).touch("Continuer").titled("Comment vous joindre");
        look.accept("contact", page);
        screen.choose(0).tick("vaadin-checkbox").touch("Continuer").titled("Est-ce que tout est juste");
        look.accept("relecture", page);
        screen.touch("Envoyer ma candidature").titled("Votre candidature est enregistrée");
        screen.find(".fin__recu:has-text('reçu')").waitFor();
        look.accept("confirmation", page);
    }

    private void others() {
        screen.open(kiosk + "suivre").titled("Suivre ma candidature");
        look.accept("suivre", page);
        screen.touch("Voir où elle en est");
        screen.find("vaadin-text-field[invalid]").waitFor();
        look.accept("suivre refusé", page);
        screen.open(kiosk + "comprendre").find("h1").waitFor();
        look.accept("comprendre", page);
    }
}
