package fr.roubaix.cln.hub.droits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.conservation.Purgeable;

/** Requests that were answered long ago. */
@Component
class PurgeDesDemandes implements Purgeable {

    private final Demandes demandes;

    PurgeDesDemandes(Demandes demandes) {
        this.demandes = demandes;
    }

    @Override
    public RegleDeConservation regle() {
        return RegleDeConservation.DEMANDE_DE_DROITS;
    }

    @Override
    public Recensement recenser(LocalDate aujourdhui) {
        List<Echue> echues = demandes.toutes().stream()
                .flatMap(demande -> echeance(demande)
                        .filter(aujourdhui::isAfter)
                        .map(jour -> new Echue(Long.toString(demande.numero()), jour))
                        .stream())
                .toList();
        return new Recensement(echues, Map.of());
    }

    @Override
    public Map<String, LocalDate> echeances(Collection<String> objets) {
        var echeances = new HashMap<String, LocalDate>();
        objets.forEach(objet -> demandes.trouver(Long.parseLong(objet))
                .flatMap(this::echeance)
                .ifPresent(jour -> echeances.put(objet, jour)));
        return echeances;
    }

    @Override
    public void vider(Collection<String> objets) {
        objets.forEach(objet -> demandes.oublier(Long.parseLong(objet)));
    }

    private Optional<LocalDate> echeance(Demande demande) {
        return demande.suite()
                .map(suite -> LocalDate.ofInstant(suite.le(), Appel.ROUBAIX))
                .flatMap(regle()::echeance);
    }
}
