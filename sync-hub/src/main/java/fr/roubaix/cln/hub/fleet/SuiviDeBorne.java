package fr.roubaix.cln.hub.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message.Cause;

/**
 * What the hub knows of one kiosk for one call, and what follows from it. The rule: every chain of the kiosk must be
 * held up to a closing that nothing undid, or be continued by a chain that begins exactly where the hub holds it. The
 * hub never stores an envelope behind a gap, so a closing that it holds proves all that stands before it.
 *
 * @param chaines in the order of their arrival
 * @param clotures at most one per chain
 */
record SuiviDeBorne(Kiosk borne, List<Chaine> chaines, List<Cloture> clotures) {

    SuiviDeBorne {
        chaines = List.copyOf(chaines);
        clotures = List.copyOf(clotures);
    }

    /**
     * A chain.
     *
     * @param precedente the head that its first envelope named
     * @param tenue how far the hub holds it
     */
    record Chaine(Cause cause, Optional<ChainHead> precedente, ChainHead tenue) {}

    /**
     * The last closing of the call in a chain.
     *
     * @param perdues envelopes that the terminal said, when it closed, that it can no longer send
     * @param rouverteLe when an extension undid it
     * @param candidaturesDepuis applications of the same chain that came after it
     */
    record Cloture(
            ChainId chaine,
            AgentId agent,
            int formulaires,
            int perdues,
            Instant recueLe,
            Optional<Instant> rouverteLe,
            long candidaturesDepuis) {
        boolean tient() {
            return rouverteLe.isEmpty() && candidaturesDepuis == 0;
        }
    }

    /** Everything that lacks; empty when the hub holds all that this kiosk declared. */
    List<Manque> manques() {
        if (chaines.isEmpty()) {
            return List.of(new Manque.JamaisTransmis());
        }
        var manques = new ArrayList<Manque>();
        for (int i = 0; i < chaines.size() - 1; i++) {
            if (!reglee(i)) {
                var chaine = chaines.get(i);
                manques.add(new Manque.ChaineInterrompue(
                        chaine.tenue().chain(),
                        chaine.tenue().seq(),
                        chaines.get(i + 1).cause()));
            }
        }
        manques.addAll(manquesDeLaDerniere());
        return manques;
    }

    /** The closing that counts: the one of the last chain. */
    Optional<Cloture> cloture() {
        return chaines.isEmpty()
                ? Optional.empty()
                : cloture(chaines.getLast().tenue().chain());
    }

    /** Names what was shown to the person who grants a derogation: it changes when anything that matters does. */
    Hash empreinte() {
        String tetes = chaines.stream()
                .map(chaine -> chaine.tenue().chain() + ":" + chaine.tenue().seq())
                .collect(Collectors.joining(","));
        String lacunes = manques().stream().map(SuiviDeBorne::trace).collect(Collectors.joining(","));
        return Hash.of((borne.id() + "|" + lacunes + "|" + tetes).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the instant of a report, which moves at every heartbeat while nothing else does. */
    private static String trace(Manque manque) {
        return manque instanceof Manque.EnAttente attente ? "EnAttente " + attente.nombre() : manque.toString();
    }

    private boolean reglee(int i) {
        var tenue = chaines.get(i).tenue();
        return cloture(tenue.chain()).filter(Cloture::tient).isPresent()
                || chaines.stream()
                        .skip(i + 1L)
                        // What a restored terminal wrote after its backup is nowhere: only its closing could vouch for
                        // it.
                        .filter(suivante -> suivante.cause() != Cause.RESTAURATION)
                        .anyMatch(suivante -> suivante.precedente().equals(Optional.of(tenue)));
    }

    private List<Manque> manquesDeLaDerniere() {
        var cloture = cloture();
        if (cloture.isEmpty()) {
            return List.of(new Manque.NonCloturee());
        }
        var rouverte = cloture.get().rouverteLe();
        if (rouverte.isPresent()) {
            return List.of(new Manque.Rouverte(rouverte.get()));
        }
        if (cloture.get().candidaturesDepuis() > 0) {
            return List.of(new Manque.CandidaturesApresCloture(cloture.get().candidaturesDepuis()));
        }
        var manques = new ArrayList<Manque>();
        if (cloture.get().perdues() > 0) {
            manques.add(new Manque.EnvoisPerdus(cloture.get().perdues()));
        }
        borne.report()
                .filter(rapport -> rapport.at().isAfter(cloture.get().recueLe()) && rapport.queue() > 0)
                .ifPresent(rapport -> manques.add(new Manque.EnAttente(rapport.queue(), rapport.at())));
        return manques;
    }

    private Optional<Cloture> cloture(ChainId chaine) {
        return clotures.stream().filter(c -> c.chaine().equals(chaine)).findFirst();
    }
}
