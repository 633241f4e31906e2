package fr.roubaix.cln.hub.conservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.conservation.Purge.Etat;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Agrees to a destruction, then carries it out. Nothing goes without a visa on what was shown; each last day is computed again
 * before the first object goes, and each object once more before its turn. What was begun goes on after a power cut.
 */
@Service
class ExecutionDesPurges {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionDesPurges.class);

    private static final String DPO = "hasRole('DPO')";
    private static final int A_LA_FOIS = 200;

    /** A clock that jumped forward would make an old visa look like one of today. */
    static final Duration VALIDITE = Duration.ofDays(30);

    private final Purges purges;
    private final ObjectProvider<Purgeable> purgeables;
    private final AgentConnecte agent;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExecutionDesPurges(
            Purges purges,
            ObjectProvider<Purgeable> purgeables,
            AgentConnecte agent,
            Registre registre,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.purges = purges;
        this.purgeables = purgeables;
        this.agent = agent;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Why nothing was done. */
    enum Refus {
        INCONNUE,
        DEJA_REGLEE,
        L_ECRAN_A_CHANGE,
        HORLOGE,
        VISA_PERIME,
        DATES_CHANGEES
    }

    /**
     * Agrees to a proposal; empty when done.
     *
     * @param vue hash of what the screen showed
     */
    @PreAuthorize(DPO)
    Optional<Refus> viser(long numero, String vue) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Purge> purge = purges.trouver(numero);
            if (purge.isEmpty()) {
                return Optional.of(Refus.INCONNUE);
            }
            if (maintenant().isBefore(purge.get().proposeeLe())) {
                return Optional.of(Refus.HORLOGE);
            }
            if (!purges.viser(numero, vue, new Purge.Visa(agent.identifiant(), maintenant()))) {
                return Optional.of(purge.get().etat() == Etat.PROPOSEE ? Refus.L_ECRAN_A_CHANGE : Refus.DEJA_REGLEE);
            }
            inscrire(Acte.PURGE_VISEE, purge.get());
            return Optional.<Refus>empty();
        }));
    }

    /** Takes a visa back before anything went; the hub will propose again. Empty when done. */
    @PreAuthorize(DPO)
    Optional<Refus> retirer(long numero) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Purge> purge = purges.trouver(numero);
            if (purge.isEmpty()) {
                return Optional.of(Refus.INCONNUE);
            }
            if (!purges.passer(numero, Etat.VISEE, Etat.ECARTEE)) {
                return Optional.of(Refus.DEJA_REGLEE);
            }
            inscrire(Acte.PURGE_ECARTEE, purge.get());
            return Optional.<Refus>empty();
        }));
    }

    /** Carries out what has a visa; empty when all is destroyed. */
    @PreAuthorize(DPO)
    Optional<Refus> executer(long numero) {
        Optional<Refus> refus = Objects.requireNonNull(transaction.execute(_ -> commencer(numero)));
        return refus.isPresent() ? refus : poursuivre(numero, Auteur.connecte());
    }

    /** Goes on with what was begun and not ended. */
    @Interne("scheduled work: only what was begun under a visa")
    void reprendre() {
        for (Purge purge : purges.dans(Etat.EN_COURS)) {
            poursuivre(purge.numero(), Auteur.systeme())
                    .ifPresent(refus -> LOG.warn("Destruction {} interrompue : {}", purge.numero(), refus));
        }
    }

    private Optional<Refus> commencer(long numero) {
        Optional<Purge> trouvee = purges.trouver(numero);
        if (trouvee.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        Purge purge = trouvee.get();
        if (purge.etat() != Etat.VISEE) {
            return Optional.of(Refus.DEJA_REGLEE);
        }
        Instant vise = purge.visa().orElseThrow().le();
        if (maintenant().isBefore(vise)) {
            return Optional.of(Refus.HORLOGE);
        }
        boolean perime = maintenant().isAfter(vise.plus(VALIDITE));
        if (perime || !inchangee(purge)) {
            purges.passer(numero, Etat.VISEE, Etat.ECARTEE);
            inscrire(Acte.PURGE_ECARTEE, purge);
            return Optional.of(perime ? Refus.VISA_PERIME : Refus.DATES_CHANGEES);
        }
        if (!purges.passer(numero, Etat.VISEE, Etat.EN_COURS)) {
            return Optional.of(Refus.DEJA_REGLEE);
        }
        inscrire(Acte.PURGE_LANCEE, purge);
        return Optional.empty();
    }

    /** Whether every object has the last day that was shown, is over it, and is held by nothing. */
    private boolean inchangee(Purge purge) {
        var prevues = purges.restants(purge.numero(), Integer.MAX_VALUE);
        var vraies = purgeable(purge).echeances(prevues.keySet());
        return prevues.entrySet().stream().allMatch(prevue -> due(prevue, vraies));
    }

    private boolean due(Map.Entry<String, LocalDate> prevue, Map<String, LocalDate> vraies) {
        return prevue.getValue().equals(vraies.get(prevue.getKey()))
                && LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX).isAfter(prevue.getValue());
    }

    private Optional<Refus> poursuivre(long numero, Auteur auteur) {
        Purge purge = purges.trouver(numero).orElseThrow();
        var purgeable = purgeable(purge);
        for (var lot = purges.restants(numero, A_LA_FOIS); !lot.isEmpty(); lot = purges.restants(numero, A_LA_FOIS)) {
            if (maintenant().isBefore(purge.visa().orElseThrow().le())) {
                return Optional.of(Refus.HORLOGE);
            }
            detruire(numero, purgeable, lot);
        }
        transaction.executeWithoutResult(_ -> {
            if (purges.terminer(numero, maintenant())) {
                var faite = purges.trouver(numero).orElseThrow();
                registre.inscrire(
                        auteur,
                        Acte.PURGE_EXECUTEE
                                .sur("destruction " + numero)
                                .avec("regle", faite.regle().name())
                                .avec("detruites", faite.detruites())
                                .avec("laissees", faite.ecartees())
                                .avec("visa", faite.visa().orElseThrow().par().valeur()));
            }
        });
        return Optional.empty();
    }

    /** Keys before records: a cut in between leaves records that nobody opens, and they are emptied the next time. */
    private void detruire(long numero, Purgeable purgeable, Map<String, LocalDate> lot) {
        var vraies = purgeable.echeances(lot.keySet());
        List<String> dus = new ArrayList<>();
        List<String> retenus = new ArrayList<>();
        lot.entrySet().forEach(prevue -> (due(prevue, vraies) ? dus : retenus).add(prevue.getKey()));
        purgeable.detruireLesCles(dus);
        transaction.executeWithoutResult(_ -> {
            purgeable.vider(dus);
            purges.regler(numero, dus, retenus);
        });
    }

    private Purgeable purgeable(Purge purge) {
        return purgeables.stream()
                .filter(connu -> connu.regle() == purge.regle())
                .findFirst()
                .orElseThrow();
    }

    private void inscrire(Acte acte, Purge purge) {
        registre.inscrire(acte.sur("destruction " + purge.numero())
                .avec("regle", purge.regle().name())
                .avec("nombre", purge.nombre())
                .avec("montre", purge.empreinte()));
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
