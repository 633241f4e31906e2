package fr.roubaix.cln.e2e.fautes;

import java.time.Clock;
import java.time.Duration;

import com.microsoft.playwright.BrowserContext;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Connexion;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.sync.Hash;

/** The operator of a draw and the presidency, each before a screen of their own, of a hub that may die between two acts. */
final class CeremonyDesk implements AutoCloseable {

    /** The dice are all entered before, whatever the hub suffers meanwhile. */
    private static final Duration AHEAD = Duration.ofMinutes(6);

    private static final byte[] SIGNATURE = new byte[48];

    private final Chromium chromium = new Chromium();
    private final HubProcess hub;
    private final Clock clock = Clock.systemUTC();
    private long round;
    private BrowserContext operators;
    private BrowserContext presidencys;
    private Screen operator;
    private Screen presidency;

    CeremonyDesk(HubProcess hub) {
        this.hub = hub;
        operators = chromium.person(1440, 900);
        presidencys = chromium.person(1440, 900);
        operator = Connexion.connecter(operators, hub.url(""), "tirage");
        presidency = Connexion.connecter(presidencys, hub.url(""), "presidence");
        atTheDraw();
    }

    /** Both sign in again: the hub that knew them is dead. */
    void signInAgain() {
        operators.close();
        presidencys.close();
        operators = chromium.person(1440, 900);
        presidencys = chromium.person(1440, 900);
        operator = Connexion.connecter(operators, hub.url(""), "tirage");
        presidency = Connexion.connecter(presidencys, hub.url(""), "presidence");
        atTheDraw();
    }

    private void atTheDraw() {
        operator.open(hub.url("/app/gestion/tirage")).titled("Tirage au sort");
    }

    /** The first voice; read as proposed before this returns. */
    void propose(String step) {
        atTheDraw();
        operator.touch(step);
        if (step.equals(CeremonySteps.FREEZE)) {
            operator.find("vaadin-confirm-dialog vaadin-button[theme~='primary']")
                    .first()
                    .click();
            operator.says("Il attend la présidence");
        } else {
            operator.says("La présidence confirme");
        }
    }

    /** One proposal waits for the presidency, and the same first voice once more adds none. */
    void waitsOnce(String step) {
        presidency.open(hub.url("/app/gestion/a-confirmer")).titled("À confirmer");
        presidency.find(button("Confirmer")).first().waitFor();
        int waiting = presidency.find(button("Confirmer")).count();
        if (waiting != 1) {
            throw new AssertionError(waiting + " proposals wait after « " + step + " »");
        }
        if (offers(operator, step)) {
            operator.touch(step);
            if (step.equals(CeremonySteps.FREEZE)) {
                operator.find("vaadin-confirm-dialog vaadin-button[theme~='primary']")
                        .first()
                        .click();
            }
            operator.says("C’est déjà proposé");
        }
    }

    /** The second voice. */
    void confirm() {
        presidency
                .open(hub.url("/app/gestion/a-confirmer"))
                .titled("À confirmer")
                .touch("Confirmer")
                .says("confirmé et fait");
        atTheDraw();
    }

    /** Nothing waits for the presidency, and the step is no longer there to be done. */
    void cannotDoAgain(String step) {
        if (offers(operator, step)) {
            throw new AssertionError("the screen offers « " + step + " » again");
        }
        presidency.open(hub.url("/app/gestion/a-confirmer")).titled("À confirmer");
        if (offers(presidency, "Confirmer")) {
            throw new AssertionError("something waits for the presidency after « " + step + " »");
        }
    }

    private static boolean offers(Screen screen, String words) {
        return screen.find(button(words)).count() > 0;
    }

    private static String button(String words) {
        return "vaadin-button:text-is('" + words + "')";
    }

    /** What was done stands, and what comes after it is offered. */
    void mayGoOnWith(String step) {
        operator.find(button(step)).first().waitFor();
    }

    void chooseTheReading() {
        operator.touch("Retenir cette lecture").says("La lecture est retenue");
    }

    void register() {
        operator.write("Nom", "Mme Delcourt").touch("Inscrire").says("Mme Delcourt, co-président du CLN");
        operator.choose("Qualité", "élu de l’opposition");
        operator.write("Nom", "M. Amrani").touch("Inscrire").says("M. Amrani, élu de l’opposition");
    }

    void isToldThatTheyAreRegistered() {
        operator.write("Nom", "Mme Delcourt").touch("Inscrire").says("déjà inscrit");
    }

    /** Announces a round of drand that nobody knows yet. */
    void announce() {
        round = AnnonceDrand.aPartirDe(ChaineDrand.QUICKNET, clock.instant().plus(AHEAD))
                .tour();
        atTheDraw();
        operator.write("Tour drand annoncé", Long.toString(round)).touch(CeremonySteps.OPEN);
        operator.says("La présidence confirme");
    }

    /** Copies what was published for the round, once its hour has come. */
    void enterTheRound() {
        var announced = new AnnonceDrand(ChaineDrand.QUICKNET, round);
        Waiting.until(
                AHEAD.multipliedBy(2),
                () -> "the round never came",
                () -> clock.instant().isAfter(announced.publieLe().plusSeconds(1)));
        atTheDraw();
        operator.write("Numéro du tour", Long.toString(round))
                .write("Valeur (randomness)", Hash.of(SIGNATURE).hex())
                .write("Signature", "00".repeat(SIGNATURE.length))
                .touch("Enregistrer le tour drand")
                .says("C’est enregistré");
    }

    void throwDice(String digits, int from, int to) {
        if (from == 0) {
            operator.choose("Qui lance", "Mme Delcourt");
        }
        for (int i = from; i < to; i++) {
            operator.write("Chiffre du dé", digits.substring(i, i + 1)).says((i + 1) + " chiffres sur 30");
        }
    }

    /** Once the round is known, no die is added. */
    void cannotThrow() {
        operator.write("Chiffre du dé", "5").says("plus aucun dé ne s’ajoute");
        atTheDraw();
    }

    /** What may be done as often as one likes, another seat or another remark, only needs the screen to be back. */
    void goesOn() {
        operator.titled("Tirage au sort");
    }

    /** The dice on the screen are those acknowledged. */
    void counts(int digits) {
        operator.says(digits + " chiffres sur 30");
    }

    void mend(int position, String digit) {
        operator.find("vaadin-details-summary:has-text('Corriger un chiffre')").click();
        operator.write("Position du chiffre", Integer.toString(position)).write("Chiffre juste", digit);
        operator.find("vaadin-button:text-is('Corriger')").click();
        Waiting.until(
                Duration.ofSeconds(20),
                () -> "the digit was not mended",
                () -> operator.find("vaadin-integer-field input")
                        .first()
                        .inputValue()
                        .isEmpty());
    }

    void draw() {
        operator.touch(CeremonySteps.DRAW).says("membres tirés au sort");
    }

    void reveal(int seats) {
        for (int i = 0; i < seats; i++) {
            atTheDraw();
            operator.touch("Montrer un siège de plus").says("La salle voit un siège de plus");
        }
    }

    void remark(String text) {
        operator.write("Texte à porter au procès-verbal", text)
                .touch("Porter au procès-verbal")
                .says("C’est au procès-verbal");
    }

    @Override
    public void close() {
        chromium.close();
    }
}
