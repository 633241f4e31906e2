package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Rehearsals of the ceremony, on a copy of what the hub holds at that moment, under other codes. Each goes through the very
 * same steps; none touches the public draw, is published or counts.
 */
@Service
class Repetitions {

    private final TiragesModifiables tirages;
    private final EtatDeLaListe etat;
    private final Registre registre;

    Repetitions(TiragesModifiables tirages, EtatDeLaListe etat, Registre registre) {
        this.tirages = tirages;
        this.etat = etat;
        this.registre = registre;
    }

    /** What became of a request for a rehearsal. */
    sealed interface Issue {
        record Ouverte(CeremonieId.Repetition id) implements Issue {}

        record Refusee(Refus refus) implements Issue {}
    }

    /** Opens a new one, as soon as somebody could be drawn. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Issue ouvrir(AppelId appel) {
        Optional<Refus> obstacle = etat.obstacle(new CeremonieId.Repetition(appel, 1));
        if (obstacle.isPresent()) {
            return new Issue.Refusee(obstacle.get());
        }
        var id = tirages.creerUneRepetition(appel, CleDeSalle.nouvelle());
        registre.inscrire(Acte.REPETITION_OUVERTE.sur(id.objet()));
        return new Issue.Ouverte(id);
    }

    /** Throws one away, at any stage. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> jeter(CeremonieId.Repetition id) {
        if (!tirages.jeter(id)) {
            return Optional.of(Refus.REPETITION_INCONNUE);
        }
        registre.inscrire(Acte.REPETITION_JETEE.sur(id.objet()));
        return Optional.empty();
    }
}
