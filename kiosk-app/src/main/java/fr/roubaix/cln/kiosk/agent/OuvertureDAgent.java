package fr.roubaix.cln.kiosk.agent;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;

/**
 * Opens the agent page: a name among those that the hub's last bulletin publishes for this mairie, and its PIN. Needs no
 * network; who is taken off the bulletin is out with the next one.
 */
@Service
class OuvertureDAgent {

    private final Hub hub;
    private final Verrous verrous;
    private final PasswordEncoder hashes;

    OuvertureDAgent(Hub hub, Verrous verrous, PasswordEncoder hashes) {
        this.hub = hub;
        this.verrous = verrous;
        this.hashes = hashes;
    }

    /** Who may open the page here, by name. */
    List<AgentPublie> agents() {
        var mairie = hub.borne().map(Hub.Borne::mairie);
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.agents().stream())
                .filter(agent -> mairie.isPresent() && (agent.mairie() == null || agent.mairie() == mairie.get()))
                .sorted(Comparator.comparing(AgentPublie::nom))
                .toList();
    }

    /** Whether this terminal has ever heard the hub. */
    boolean bulletinRecu() {
        return hub.borne().isPresent() && hub.bulletin().isPresent();
    }

    /** Judges a PIN beside the screen: its hash is made to be slow. */
    CompletableFuture<Issue> juger(AgentId id, String code) {
        return CompletableFuture.supplyAsync(
                () -> ouvrir(id, code),
                task -> Thread.ofPlatform().daemon().name("code-agent").start(task));
    }

    /**
     * Judges a PIN. The attempt is counted first, under the lock of {@link Verrous}: attempts made together are counted apart,
     * and no more of them are judged than are free. Nothing is locked while the hash is computed.
     */
    Issue ouvrir(AgentId id, CharSequence code) {
        var publie = publie(id);
        if (publie.isEmpty()) {
            return new Issue.PlusPublie();
        }
        var agent = publie.get();
        var attente = verrous.tenter(agent);
        if (attente.isPresent()) {
            return new Issue.Verrouillee(attente.get());
        }
        if (hashes.matches(code, agent.pin())) {
            verrous.oublier(agent);
            return new Issue.Ouverte(new SessionDAgent(agent));
        }
        return verrous.attente(agent)
                .<Issue>map(Issue.Verrouillee::new)
                .orElseGet(() -> new Issue.MauvaisCode(verrous.essaisAvantVerrou(agent)));
    }

    /** Whether the agent may still be here: published, and with the PIN they gave. */
    boolean vaut(SessionDAgent session) {
        return publie(session.agent().id())
                .filter(agent -> agent.pin().equals(session.agent().pin()))
                .isPresent();
    }

    private Optional<AgentPublie> publie(AgentId id) {
        return agents().stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    /** What became of an attempt. */
    sealed interface Issue {
        /** The PIN is right. */
        record Ouverte(SessionDAgent session) implements Issue {}

        /** The PIN is wrong; so many wrong ones are still free before the name is locked. */
        record MauvaisCode(int essais) implements Issue {}

        /** Too many wrong PINs: nothing is looked at for so long. */
        record Verrouillee(Duration encore) implements Issue {}

        /** The hub no longer publishes this agent here. */
        record PlusPublie() implements Issue {}
    }
}
