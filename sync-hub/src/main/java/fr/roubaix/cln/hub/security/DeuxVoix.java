package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Motif;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.Proposition.Suite;

/**
 * Acts that need two people. The second voice is another person under another role, is bound to what the first one was shown,
 * and counts only while the state has not moved and time is left. Both voices stand in the register, and the act is done in
 * the transaction of the second one.
 */
@Service
public class DeuxVoix {

    /** Whoever may be one of the voices of some act. */
    private static final String VOIX = "hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'ADMIN')";

    private final Propositions propositions;
    private final ObjectProvider<ActeADeuxVoix> genres;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    DeuxVoix(
            Propositions propositions,
            ObjectProvider<ActeADeuxVoix> genres,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.propositions = propositions;
        this.genres = genres;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /**
     * Proposes an act in the name of the person signed in. An earlier proposal on the same object that the state has
     * overtaken, so that nobody can confirm it any more, stands in nobody's way. A caller that is refused keeps nothing of
     * its own transaction.
     *
     * @param motif why; may be empty
     */
    @Transactional
    @PreAuthorize(VOIX)
    public Issue proposer(GenreDActe genre, Parametres parametres, String motif) {
        var acte = acte(genre.code());
        Instant maintenant = maintenant();
        Optional<Role> role = role(genre.premiereVoix());
        if (role.isEmpty()) {
            return Refus.MAUVAIS_ROLE;
        }
        Optional<Presentation> presentation = acte.presenter(parametres);
        if (presentation.isEmpty()) {
            return Refus.ETAT_CHANGE;
        }
        propositions.perimer(maintenant);
        String objet = presentation.get().objet();
        propositions
                .enAttenteSur(genre.code(), objet)
                .filter(avant -> depassee(acte, avant))
                .ifPresent(avant -> propositions.depasser(avant.numero(), maintenant));
        if (propositions.attendDeja(genre.code(), objet)) {
            return Refus.DEJA_PROPOSE;
        }
        var voix = new Voix(agent.identifiant(), role.get(), maintenant);
        String empreinte = presentation.get().empreinte(genre.code());
        long numero = registre.inscrire(
                voix.auteur(),
                Acte.ACTE_PROPOSE
                        .sur(objet)
                        .motif(motif)
                        .avec("genre", genre.code())
                        .avec("montre", empreinte));
        var proposition = new Proposition(
                numero,
                genre.code(),
                presentation.get(),
                empreinte,
                parametres,
                motif.strip(),
                voix,
                maintenant.plus(genre.delai()),
                Optional.empty());
        return propositions.ajouter(proposition) ? new Issue.Proposee(numero) : annuler(Refus.DEJA_PROPOSE);
    }

    /**
     * Confirms an act and does it.
     *
     * @param vue hash of what the screen showed
     */
    @Transactional
    @PreAuthorize(VOIX)
    public Issue confirmer(long numero, String vue) {
        Optional<Proposition> trouvee = propositions.trouver(numero);
        Optional<Refus> obstacle = obstacle(trouvee, true);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Proposition p = trouvee.orElseThrow();
        if (!p.empreinte().equals(vue)) {
            return Refus.ECRAN_CHANGE;
        }
        var acte = acte(p.genre());
        var seconde = seconde(acte.genre(), p);
        if (!propositions.regler(numero, Suite.CONFIRME, seconde, "")) {
            return Refus.DEJA_REGLE;
        }
        // Read once all is held: nothing moves between what is compared and what is done.
        boolean inchangee = acte.retenir(p.parametres()) && !depassee(acte, p);
        if (!inchangee) {
            return annuler(Refus.ETAT_CHANGE);
        }
        registre.inscrire(
                seconde.auteur(),
                Acte.ACTE_CONFIRME
                        .sur(p.montree().objet())
                        .avec("genre", p.genre())
                        .avec("proposition", numero)
                        .avec("propose-par", p.premiere())
                        .avec("montre", p.empreinte()));
        return acte.executer(p.parametres(), p.premiere(), seconde)
                .map(phrase -> annuler(new Issue.Empechee(phrase)))
                .orElseGet(() -> new Issue.Faite(numero));
    }

    /** Whether what it showed is no longer so. */
    private static boolean depassee(ActeADeuxVoix acte, Proposition p) {
        return acte.presenter(p.parametres())
                .filter(presentation -> presentation.empreinte(p.genre()).equals(p.empreinte()))
                .isEmpty();
    }

    /** Says no, and why: the act will not be done. */
    @Transactional
    @PreAuthorize(VOIX)
    public Issue refuser(long numero, String motif) {
        if (Motif.lire(motif).isEmpty()) {
            return Refus.MOTIF_MANQUANT;
        }
        Optional<Proposition> trouvee = propositions.trouver(numero);
        Optional<Refus> obstacle = obstacle(trouvee, true);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Proposition p = trouvee.orElseThrow();
        return regler(p, Suite.REFUSE, Acte.ACTE_REFUSE, seconde(acte(p.genre()).genre(), p), motif);
    }

    /** Takes one's own proposal back. */
    @Transactional
    @PreAuthorize(VOIX)
    public Issue retirer(long numero) {
        Optional<Proposition> trouvee = propositions.trouver(numero);
        Optional<Refus> obstacle = obstacle(trouvee, false);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Proposition p = trouvee.orElseThrow();
        var voix = new Voix(p.premiere().par(), p.premiere().role(), maintenant());
        return regler(p, Suite.RETIRE, Acte.ACTE_RETIRE, voix, "");
    }

    /** What waits and concerns the person signed in, the oldest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(VOIX)
    public List<EnAttente> enAttente() {
        Map<String, GenreDActe> connus = genres.stream()
                .map(ActeADeuxVoix::genre)
                .collect(Collectors.toMap(GenreDActe::code, Function.identity()));
        return propositions.enAttente(maintenant()).stream()
                .flatMap(p -> Optional.ofNullable(connus.get(p.genre())).map(genre -> enAttente(genre, p)).stream())
                .filter(attente -> attente.pourMoi() || attente.deMoi())
                .toList();
    }

    /**
     * What waits on one thing, as the register names it, whoever is to answer: everybody concerned sees what holds it back.
     * A proposal that the state has overtaken holds nothing back.
     */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(VOIX)
    public List<EnAttente> enAttenteSur(String objet) {
        return propositions.enAttente(maintenant()).stream()
                .filter(p -> p.montree().objet().equals(objet))
                .filter(p -> !depassee(acte(p.genre()), p))
                .map(p -> enAttente(acte(p.genre()).genre(), p))
                .toList();
    }

    private EnAttente enAttente(GenreDActe genre, Proposition p) {
        boolean deMoi = p.premiere().par().equals(agent.identifiant());
        return new EnAttente(
                p.numero(),
                genre.titre(),
                p.montree().texte(),
                p.empreinte(),
                p.motif(),
                p.premiere(),
                p.expireLe(),
                !deMoi && role(genre.secondeVoix(), p.premiere().role()).isPresent(),
                deMoi);
    }

    /** Why this person cannot settle it now, the plainest reason first. */
    private Optional<Refus> obstacle(Optional<Proposition> trouvee, boolean seconde) {
        if (trouvee.isEmpty()) {
            return Optional.of(Refus.INCONNU);
        }
        Proposition p = trouvee.get();
        if (p.suite().isPresent()) {
            return Optional.of(
                    switch (p.suite().get()) {
                        case RETIRE -> Refus.RETIRE;
                        case EXPIRE -> Refus.EXPIRE;
                        case CONFIRME, REFUSE -> Refus.DEJA_REGLE;
                    });
        }
        Instant maintenant = maintenant();
        if (p.expiree(maintenant)) {
            return Optional.of(Refus.EXPIRE);
        }
        if (maintenant.isBefore(p.premiere().le())) {
            return Optional.of(Refus.HORLOGE);
        }
        boolean memePersonne = p.premiere().par().equals(agent.identifiant());
        if (!seconde) {
            return memePersonne ? Optional.empty() : Optional.of(Refus.PAS_LE_VOTRE);
        }
        if (memePersonne) {
            return Optional.of(Refus.MEME_PERSONNE);
        }
        return role(acte(p.genre()).genre().secondeVoix(), p.premiere().role()).isPresent()
                ? Optional.empty()
                : Optional.of(Refus.MAUVAIS_ROLE);
    }

    private Issue regler(Proposition p, Suite suite, Acte acte, Voix voix, String motif) {
        if (!propositions.regler(p.numero(), suite, voix, motif.strip())) {
            return Refus.DEJA_REGLE;
        }
        registre.inscrire(
                voix.auteur(),
                acte.sur(p.montree().objet())
                        .motif(motif)
                        .avec("genre", p.genre())
                        .avec("proposition", p.numero()));
        return new Issue.Reglee(p.numero());
    }

    private Voix seconde(GenreDActe genre, Proposition p) {
        return new Voix(
                agent.identifiant(),
                role(genre.secondeVoix(), p.premiere().role()).orElseThrow(),
                maintenant());
    }

    /** Under which of these roles the person acts: the first that they hold. */
    private Optional<Role> role(Set<Role> parmi, Role... sauf) {
        var exclus = Set.of(sauf);
        return Arrays.stream(Role.values())
                .filter(parmi::contains)
                .filter(role -> !exclus.contains(role))
                .filter(agent::a)
                .findFirst();
    }

    private ActeADeuxVoix acte(String genre) {
        return genres.stream()
                .filter(acte -> acte.genre().code().equals(genre))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no act of this kind: " + genre));
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** Nothing of this confirmation is kept. */
    private static Issue annuler(Issue issue) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return issue;
    }

    /** What became of it. */
    public sealed interface Issue {
        /** It waits for a second voice. */
        record Proposee(long numero) implements Issue {}

        /** Confirmed and done. */
        record Faite(long numero) implements Issue {}

        /** Refused or taken back. */
        record Reglee(long numero) implements Issue {}

        /** The act itself could not be done, for the reason said; it still waits. */
        record Empechee(String phrase) implements Issue {}
    }

    /** Why nothing was done. */
    public enum Refus implements Issue {
        INCONNU,
        DEJA_PROPOSE,
        MEME_PERSONNE,
        MAUVAIS_ROLE,
        PAS_LE_VOTRE,
        ETAT_CHANGE,
        ECRAN_CHANGE,
        EXPIRE,
        HORLOGE,
        RETIRE,
        DEJA_REGLE,
        MOTIF_MANQUANT
    }

    /**
     * One act as the screen shows it.
     *
     * @param texte everything that is confirmed
     * @param empreinte to be given back with the confirmation
     * @param pourMoi the person signed in may confirm or refuse it
     * @param deMoi the person signed in proposed it
     */
    public record EnAttente(
            long numero,
            String titre,
            String texte,
            String empreinte,
            String motif,
            Voix premiere,
            Instant expireLe,
            boolean pourMoi,
            boolean deMoi) {}
}
