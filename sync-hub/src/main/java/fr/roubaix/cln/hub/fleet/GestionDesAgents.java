package fr.roubaix.cln.hub.fleet;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.AgentDeMairie.Etat;
import fr.roubaix.cln.hub.fleet.Agents.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;

/** Says who may open the agent page of the terminals, and with which PIN. Kiosks learn it from the next bulletin. */
@Service
class GestionDesAgents {

    /** 16 MiB and two passes: a kiosk with two cores checks a PIN well under 300 ms. */
    private static final Argon2PasswordEncoder HACHAGE = new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2);

    private final Agents agents;
    private final AgentConnecte connecte;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator hasard = new SecureRandom();

    GestionDesAgents(
            Agents agents,
            AgentConnecte connecte,
            Registre registre,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agents = agents;
        this.connecte = connecte;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Consultation
    @PreAuthorize("hasRole('ADMIN')")
    List<AgentDeMairie> tous() {
        return agents.tous();
    }

    /**
     * Adds an agent.
     *
     * @param choisi the PIN as typed; one is made when it is empty
     */
    @PreAuthorize("hasRole('ADMIN')")
    Issue creer(String id, String nom, Optional<Secteur> mairie, String choisi) {
        return ajouter(id, nom, mairie, choisi, acte(), Auteur.connecte());
    }

    /** The same at start-up, when nobody is signed in. */
    @Interne("only the demonstration asks, when the hub starts")
    Issue creerAuDemarrage(String id, String nom, Optional<Secteur> mairie, String choisi) {
        return ajouter(id, nom, mairie, choisi, new Acte(new Identifiant("demarrage"), maintenant()), Auteur.systeme());
    }

    private Issue ajouter(
            String saisi, String nomSaisi, Optional<Secteur> mairie, String choisi, Acte acte, Auteur auteur) {
        String nom = Normalizer.normalize(nomSaisi.strip(), Normalizer.Form.NFC);
        if (nom.isEmpty()
                || nom.length() > AgentDeMairie.NOM_MAXIMUM
                || nom.chars().anyMatch(Character::isISOControl)) {
            return new Issue.Refusee(Refus.NOM);
        }
        var id = lire(saisi);
        if (id.isEmpty()) {
            return new Issue.Refusee(Refus.ID_MAL_FORME);
        }
        var defaut = defaut(choisi);
        if (defaut.isPresent()) {
            return new Issue.Refusee(defaut.get());
        }
        var code = code(choisi);
        String pin = hache(code);
        var agent = new AgentDeMairie(id.get(), nom, mairie, Etat.ACTIF, acte.le(), acte.par(), acte.le());
        var inscription = fr.roubaix.cln.hub.register.Acte.AGENT_AJOUTE
                .sur("agent " + agent.id())
                .avec("mairie", mairie.map(Secteur::nom).orElse("toutes"));
        return ecrire(() -> agents.ajouter(agent, pin), auteur, inscription)
                ? new Issue.CodeDonne(agent.id(), code)
                : new Issue.Refusee(Refus.ID_PRIS);
    }

    /**
     * Gives an agent another PIN.
     *
     * @param choisi as typed; one is made when it is empty
     */
    @PreAuthorize("hasRole('ADMIN')")
    Issue changerLeCode(AgentId id, String choisi) {
        var defaut = defaut(choisi);
        if (defaut.isPresent()) {
            return new Issue.Refusee(defaut.get());
        }
        var ancien = agents.pin(id);
        if (ancien.isEmpty()) {
            return new Issue.Refusee(Refus.INCONNU);
        }
        var code = code(choisi);
        if (HACHAGE.matches(code.chiffres(), ancien.get())) {
            // Whoever holds a stolen disk works on the hash of the former one; a made PIN that repeats it is made
            // again.
            return choisi.isEmpty() ? changerLeCode(id, choisi) : new Issue.Refusee(Refus.CODE_DEJA_SERVI);
        }
        String pin = hache(code);
        var acte = acte();
        return ecrire(
                        () -> agents.changerLeCode(id, pin, acte),
                        Auteur.connecte(),
                        fr.roubaix.cln.hub.register.Acte.CODE_D_AGENT_CHANGE.sur("agent " + id))
                ? new Issue.CodeDonne(id, code)
                : new Issue.Refusee(Refus.INCONNU);
    }

    /** Keeps an agent out of every terminal from its next bulletin; false when nothing changed. */
    @PreAuthorize("hasRole('ADMIN')")
    boolean desactiver(AgentId id) {
        var acte = acte();
        return ecrire(
                () -> agents.activer(id, false, acte),
                Auteur.connecte(),
                fr.roubaix.cln.hub.register.Acte.AGENT_DESACTIVE.sur("agent " + id));
    }

    /** Lets an agent in again, with the PIN they had; false when nothing changed. */
    @PreAuthorize("hasRole('ADMIN')")
    boolean reactiver(AgentId id) {
        var acte = acte();
        return ecrire(
                () -> agents.activer(id, true, acte),
                Auteur.connecte(),
                fr.roubaix.cln.hub.register.Acte.AGENT_REACTIVE.sur("agent " + id));
    }

    /**
     * Every PIN stops at once: whoever stole the disk of a terminal has all the time to find them. Each agent is back with
     * another PIN.
     *
     * @return how many agents need one
     */
    @PreAuthorize("hasRole('ADMIN')")
    int toutChanger() {
        var acte = acte();
        return Objects.requireNonNull(transaction.execute(_ -> {
            int combien = agents.toutChanger(acte);
            registre.inscrire(fr.roubaix.cln.hub.register.Acte.CODES_D_AGENTS_ARRETES
                    .sur("agents")
                    .avec("nombre", combien));
            return combien;
        }));
    }

    private static Optional<Refus> defaut(String choisi) {
        return choisi.isEmpty()
                ? Optional.empty()
                : CodeDAgent.defaut(choisi).map(defaut -> switch (defaut) {
                    case PAS_DES_CHIFFRES, LONGUEUR -> Refus.CODE_MAL_FORME;
                    case DEVINABLE -> Refus.CODE_DEVINABLE;
                });
    }

    private CodeDAgent code(String choisi) {
        return choisi.isEmpty() ? CodeDAgent.auHasard(hasard) : new CodeDAgent(choisi);
    }

    private static String hache(CodeDAgent code) {
        return String.valueOf(HACHAGE.encode(code.chiffres()));
    }

    private static Optional<AgentId> lire(String saisi) {
        try {
            return Optional.of(new AgentId(saisi.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Acte acte() {
        return new Acte(connecte.identifiant(), maintenant());
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** Writes, and the register with it when something changed. */
    private boolean ecrire(BooleanSupplier ecriture, Auteur auteur, Inscription inscription) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            boolean change = ecriture.getAsBoolean();
            if (change) {
                registre.inscrire(auteur, inscription);
            }
            return change;
        }));
    }

    /** What became of it. */
    sealed interface Issue {
        /** The PIN, shown once: only its hash is kept. */
        record CodeDonne(AgentId agent, CodeDAgent code) implements Issue {}

        record Refusee(Refus refus) implements Issue {}
    }

    /** Why nothing was done. */
    enum Refus {
        ID_MAL_FORME,
        ID_PRIS,
        NOM,
        CODE_MAL_FORME,
        CODE_DEVINABLE,
        CODE_DEJA_SERVI,
        INCONNU
    }
}
