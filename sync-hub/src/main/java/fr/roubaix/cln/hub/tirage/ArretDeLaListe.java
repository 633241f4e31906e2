package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.security.DeuxVoix;

/**
 * Proposes the freeze of the list of a closed call, once it is proven that none is missing and every application is decided,
 * and its annulment before the first die. The presidency confirms both.
 */
@Service
class ArretDeLaListe {

    private final EtatDeLaListe etat;
    private final Tirages tirages;
    private final DeuxVoix deuxVoix;
    private final NomsRefuses noms;
    private final Clock clock;

    ArretDeLaListe(EtatDeLaListe etat, Tirages tirages, DeuxVoix deuxVoix, NomsRefuses noms, Clock clock) {
        this.etat = etat;
        this.tirages = tirages;
        this.deuxVoix = deuxVoix;
        this.noms = noms;
        this.clock = clock;
    }

    /** Why the list cannot be frozen yet; empty when it can. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    Optional<Refus> obstacle(CeremonieId id) {
        return etat.obstacle(id);
    }

    /** Proposes to freeze the list, which the presidency then confirms; empty when proposed. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposer(CeremonieId id) {
        if (tirages.etat(id).tirage().isPresent()) {
            return Optional.of(Refus.DEJA_ARRETEE);
        }
        Optional<Refus> avant = etat.obstacle(id);
        if (avant.isPresent()) {
            return avant;
        }
        return Ceremonie.rendre(Propose.suite(deuxVoix.proposer(ArretADeuxVoix.GENRE, Etape.de(id), "")));
    }

    /**
     * Proposes to annul a freeze before the first die, with its reason, which is published as it is and names no candidate;
     * empty when proposed. Once confirmed, decisions resume and a new list is frozen and published.
     *
     * @param vu the {@link EtatDuTirage#pas()} that the screen showed
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLAnnulation(CeremonieId id, int vu, String motif) {
        var avant = Propose.obstacle(tirages.etat(id), vu, new Fait.ArretAnnule(motif), clock.instant());
        var nomme = avant.isEmpty() ? noms.refus(id, motif) : avant;
        if (avant.isEmpty() && nomme.isPresent()) {
            // Kept: who was told that a text names a candidate stands in the register and in the access log.
            return nomme;
        }
        return Ceremonie.rendre(avant.or(() ->
                Propose.suite(deuxVoix.proposer(Etape.ANNULATION.genre(), Etape.annulationDe(id, motif), motif))));
    }
}
