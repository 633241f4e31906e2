package fr.roubaix.cln.e2e.fautes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The steps of a public draw, each an act that its screen acknowledges, and what tells that it cannot be done again. */
final class CeremonySteps {

    static final String FREEZE = "Proposer d’arrêter la liste";
    static final String PLAN = "Proposer ce plan";
    static final String OPEN = "Proposer d’ouvrir la séance";
    static final String DRAW = "Lancer le tirage";
    static final String DICE = "407291380556213799028815504417";

    private static final String SEED = "Proposer la graine (30 chiffres)";
    private static final String PROCLAIM = "Proposer la proclamation";
    private static final String CLOSE = "Proposer de clore le procès-verbal";
    private static final int SOME = 11;
    private static final int SEATS = 3;

    private CeremonySteps() {}

    /**
     * One step.
     *
     * @param name in French, for the table
     * @param everyDay whether the tests of every day kill the hub here
     * @param writes the kinds of facts that it adds, with how many; empty for the first voice of a step
     * @param act ends when the screen acknowledged it
     * @param again fails when the step could be done once more, on a hub that came back
     */
    record Step(
            String name,
            boolean everyDay,
            Map<String, Integer> writes,
            Consumer<CeremonyDesk> act,
            Consumer<CeremonyDesk> again) {}

    /** @param drand whether a round of drand is announced and waited for */
    static List<Step> all(boolean drand) {
        var steps = new ArrayList<Step>();
        steps.addAll(both("liste", FREEZE, "LISTE_ARRETEE", desk -> desk.propose(FREEZE), false));
        steps.add(alone(
                "lecture retenue",
                "LECTURE_CHOISIE",
                1,
                CeremonyDesk::chooseTheReading,
                desk -> desk.mayGoOnWith(PLAN)));
        steps.addAll(both("plan", PLAN, "PLAN_CONFIRME", desk -> desk.propose(PLAN), false));
        steps.add(alone(
                "présents inscrits",
                "PRESENCE_INSCRITE",
                2,
                CeremonyDesk::register,
                CeremonyDesk::isToldThatTheyAreRegistered));
        steps.addAll(both(
                "séance",
                OPEN,
                "SEANCE_OUVERTE_AVEC_COMPTE",
                drand ? CeremonyDesk::announce : desk -> desk.propose(OPEN),
                false));
        steps.add(new Step(
                SOME + " dés lancés",
                true,
                Map.of("DE_LANCE", SOME),
                desk -> desk.throwDice(DICE, 0, SOME),
                desk -> desk.counts(SOME)));
        steps.add(alone("chiffre corrigé", "DE_CORRIGE", 1, desk -> desk.mend(SOME, "9"), desk -> desk.counts(SOME)));
        steps.add(alone(
                "tous les dés",
                "DE_LANCE",
                DICE.length() - SOME,
                desk -> desk.throwDice(DICE, SOME, DICE.length()),
                desk -> desk.counts(DICE.length())));
        if (drand) {
            steps.add(alone(
                    "tour drand saisi", "DRAND_SAISI", 1, CeremonyDesk::enterTheRound, CeremonyDesk::cannotThrow));
        }
        steps.addAll(both("graine", SEED, "GRAINE_CONFIRMEE", desk -> desk.propose(SEED), false));
        steps.add(new Step("tirage", true, Map.of("TIRE", 1), CeremonyDesk::draw, gone(DRAW)));
        steps.add(alone("sièges montrés", "SIEGES_REVELES", SEATS, desk -> desk.reveal(SEATS), CeremonyDesk::goesOn));
        steps.addAll(both("proclamation", PROCLAIM, "PROCLAME", desk -> desk.propose(PROCLAIM), false));
        steps.add(alone(
                "remarque portée",
                "MENTION",
                1,
                desk -> desk.remark("On n’entend pas au fond."),
                CeremonyDesk::goesOn));
        steps.addAll(both("clôture", CLOSE, "CLOS", desk -> desk.propose(CLOSE), false));
        return steps;
    }

    private static List<Step> both(
            String name, String words, String kind, Consumer<CeremonyDesk> first, boolean everyDay) {
        return List.of(
                new Step(name + " : première voix", false, Map.of(), first, desk -> desk.waitsOnce(words)),
                new Step(name + " : seconde voix", everyDay, Map.of(kind, 1), CeremonyDesk::confirm, gone(words)));
    }

    private static Step alone(
            String name, String kind, int many, Consumer<CeremonyDesk> act, Consumer<CeremonyDesk> again) {
        return new Step(name, false, Map.of(kind, many), act, again);
    }

    private static Consumer<CeremonyDesk> gone(String words) {
        return desk -> desk.cannotDoAgain(words);
    }
}
