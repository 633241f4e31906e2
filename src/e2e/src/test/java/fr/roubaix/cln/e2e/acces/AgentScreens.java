package fr.roubaix.cln.e2e.acces;

import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.e2e.Screen;

/** Goes through what an agent of the mairie Nord does on a kiosk of the demonstration, and has each screen looked at. */
public final class AgentScreens {

    private static final String AGENT = "Agent Nord";
    private static final String PIN = "246813";
    private static final String PRIMARY = "vaadin-button[theme~='primary']";
    private static final String PAGE = "Page de l’agent";

    private final Page page;
    private final Screen screen;
    private final String kiosk;
    private final BiConsumer<String, Page> look;

    /** A walk, not begun. */
    public AgentScreens(Page page, String kiosk, BiConsumer<String, Page> look) {
        this.page = page;
        this.screen = new Screen(page);
        this.kiosk = kiosk;
        this.look = look;
    }

    private void see(String name) {
        look.accept("agent, " + name, page);
    }

    public void walk() {
        signIn();
        receipt();
        withdrawal();
        paperForm();
        for (String door :
                new String[] {"Avis à afficher", "Voir la liste", "Voir la clôture", "Exporter ou importer"}) {
            screen.touch(door).find("h1:not(:has-text('" + PAGE + "'))").waitFor();
            see(door);
            back();
        }
        screen.touch("Voir les tablettes");
        ontoTheTablets();
        see("tablettes");
        back();
    }

    /** From who one is to the page of the agent. */
    public void signIn() {
        screen.open(kiosk + "agent").titled("Qui êtes-vous");
        see("qui");
        screen.touch(AGENT).titled("Tapez votre code");
        see("code");
        PIN.chars().forEach(key -> screen.touch(Character.toString(key)));
        screen.touch("Ouvrir").titled(PAGE);
        see("page");
    }

    private void receipt() {
        screen.touch("Scanner un reçu").titled("Présentez le reçu");
        see("reçu");
        screen.touch("Chercher").find("vaadin-text-field[invalid]").waitFor();
        see("reçu refusé");
        screen.write("Numéro du reçu", new ReceiptCode(77).affiche())
                .touch("Chercher")
                .titled("Reçu");
        see("reçu lu");
    }

    /** Of somebody who lost their receipt, up to the last question. */
    private void withdrawal() {
        screen.touch("Retirer la candidature").titled("Qui retire sa candidature");
        see("retrait");
        screen.touch("Continuer").find("vaadin-text-field[invalid]").first().waitFor();
        see("retrait, nom refusé");
        screen.write("Nom sur la pièce d’identité", "Belkacem");
        screen.touch("Continuer").find(".saisie__erreur:not(:empty)").first().waitFor();
        see("retrait, date refusée");
        screen.write("Jour", "14").write("Mois", "3").write("Année", "1957");
        screen.touch("Continuer").titled("Retirer cette candidature");
        see("retrait, dernière question");
        screen.touch("Retour").titled("Présentez le reçu");
        back();
    }

    private void paperForm() {
        screen.touch("Saisir une fiche papier")
                .find("h1:not(:has-text('" + PAGE + "'))")
                .waitFor();
        see("fiche papier");
        screen.touch(screen.find(PRIMARY).last());
        screen.find("vaadin-text-field[invalid]").first().waitFor();
        see("fiche papier refusée");
        screen.touch("Abandonner").titled(PAGE);
    }

    /**
     * Lets one more tablet in, and shows its code.
     *
     * @param screenOfTablet who holds it, in the words of the screen
     * @return the code that the tablet types
     */
    public String invite(String name, String screenOfTablet) {
        screen.touch("Voir les tablettes");
        ontoTheTablets();
        var open = screen.find("vaadin-button:has-text('Ouvrir l’accès aux tablettes')");
        if (open.count() > 0) {
            screen.touch(open);
        }
        screen.touch("Ajouter une tablette").find(".agent__choix").waitFor();
        see("ajout d’une tablette");
        screen.touch("Afficher le code").find("vaadin-text-field[invalid]").waitFor();
        see("ajout d’une tablette refusé");
        screen.write("Nom de la tablette", name);
        screen.find("vaadin-radio-button:has-text('" + screenOfTablet + "')").click();
        screen.touch("Afficher le code").find(".agent__code-lu").waitFor();
        see("code d’une tablette");
        return screen.find(".agent__code-lu").innerText();
    }

    /** After a tablet typed its code: the terminal says so, and shows it among the others. */
    public void paired() {
        screen.says("est ajoutée");
        see("tablette ajoutée");
        screen.touch("Terminé");
        ontoTheTablets();
        see("tablettes ajoutées");
        back();
    }

    /** The page of the agent has a card of that name too. */
    private void ontoTheTablets() {
        screen.find("h1:text-is('Tablettes')").waitFor();
    }

    private void back() {
        screen.touch("Retour").titled(PAGE);
    }
}
