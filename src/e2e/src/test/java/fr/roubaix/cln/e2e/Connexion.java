package fr.roubaix.cln.e2e;

import com.microsoft.playwright.BrowserContext;

/** The one way in for a person of the demonstration: the password, then the code that the page shows. */
public final class Connexion {

    private static final String PASSWORD = "vingt-sieges-a-roubaix";

    private Connexion() {}

    /**
     * Signs in on a new page of this browser.
     *
     * @param hub the address of the hub, without a path
     * @param compte the name of the account
     */
    public static Screen connecter(BrowserContext person, String hub, String compte) {
        var screen = new Screen(person.newPage())
                .open(hub + "/connexion")
                .write("Identifiant", compte)
                .write("Mot de passe", PASSWORD)
                .touch("Se connecter")
                .titled("Votre code");
        String code = screen.find("#code-de-demonstration").textContent();
        return screen.write("Code à six chiffres, ou code de secours", code)
                .touch("Vérifier")
                .titled("Tableau de bord");
    }
}
