package fr.roubaix.cln.hub.conservation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.acces.AncienneteDesAcces;

/** The access log, a day at a time. */
@Component
class PurgeDuJournalDesAcces implements Purgeable {

    private final AncienneteDesAcces acces;

    PurgeDuJournalDesAcces(AncienneteDesAcces acces) {
        this.acces = acces;
    }

    @Override
    public RegleDeConservation regle() {
        return RegleDeConservation.JOURNAL_DES_ACCES;
    }

    @Override
    public Recensement recenser(LocalDate aujourdhui) {
        var echues = new ArrayList<Echue>();
        Optional<LocalDate> jour = acces.premier(LocalDate.EPOCH);
        while (jour.filter(j -> regle().echue(j, aujourdhui)).isPresent()) {
            echues.add(new Echue(jour.get().toString(), echeance(jour.get())));
            jour = acces.premier(jour.get().plusDays(1));
        }
        return new Recensement(echues, Map.of());
    }

    @Override
    public Map<String, LocalDate> echeances(Collection<String> objets) {
        return objets.stream().collect(Collectors.toMap(objet -> objet, objet -> echeance(LocalDate.parse(objet))));
    }

    @Override
    public void vider(Collection<String> objets) {
        objets.forEach(objet -> acces.oublier(LocalDate.parse(objet)));
    }

    private LocalDate echeance(LocalDate jour) {
        return regle().echeance(jour).orElseThrow();
    }
}
