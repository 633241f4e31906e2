package fr.roubaix.cln.hub.conservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.ingest.ContenusMisDeCote;
import fr.roubaix.cln.hub.ingest.ContenusMisDeCote.Regle;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Cle;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/**
 * What kiosks delivered, the hub could not take, and staff settled. It is sealed, so that nobody knows of whom it speaks: it
 * belongs to the call during which it came, and everything that holds this call holds it.
 */
@Component
class PurgeDesMisesDeCote implements Purgeable {

    private final ContenusMisDeCote contenus;
    private final Appels appels;
    private final FinDesAppels fins;
    private final Suspensions suspensions;

    PurgeDesMisesDeCote(ContenusMisDeCote contenus, Appels appels, FinDesAppels fins, Suspensions suspensions) {
        this.contenus = contenus;
        this.appels = appels;
        this.fins = fins;
        this.suspensions = suspensions;
    }

    @Override
    public RegleDeConservation regle() {
        return RegleDeConservation.MISE_DE_COTE;
    }

    @Override
    public Recensement recenser(LocalDate aujourdhui) {
        var echues = new ArrayList<Echue>();
        var retenues = new HashMap<String, Integer>();
        var lues = new Lues();
        for (Regle contenu : contenus.regles()) {
            lues.echeance(contenu)
                    .filter(aujourdhui::isAfter)
                    .ifPresent(jour -> lues.retenue(contenu)
                            .ifPresentOrElse(
                                    motif -> retenues.merge(motif, 1, Integer::sum),
                                    () -> echues.add(new Echue(objet(contenu.cle()), jour))));
        }
        return new Recensement(echues, retenues);
    }

    @Override
    public Map<String, LocalDate> echeances(Collection<String> objets) {
        var echeances = new HashMap<String, LocalDate>();
        var lues = new Lues();
        for (String objet : objets) {
            contenus.regle(cle(objet))
                    .filter(contenu -> contenu.vide() || lues.retenue(contenu).isEmpty())
                    .flatMap(lues::echeance)
                    .ifPresent(jour -> echeances.put(objet, jour));
        }
        return echeances;
    }

    @Override
    public void vider(Collection<String> objets) {
        contenus.vider(objets.stream().map(PurgeDesMisesDeCote::cle).toList());
    }

    private static String objet(Cle cle) {
        return cle.borne().numero() + ":" + cle.empreinte().hex();
    }

    static Cle cle(String objet) {
        int separateur = objet.indexOf(':');
        return new Cle(
                new KioskId(Integer.parseInt(objet.substring(0, separateur))),
                new Hash(objet.substring(separateur + 1)));
    }

    /** The calls and what holds them, read once. */
    private final class Lues {

        private final List<AppelSuivi> tous = appels.tous();
        private final List<Suspension> enVigueur = suspensions.enVigueur();
        private final Map<AppelSuivi, Optional<LocalDate>> termes = new HashMap<>();

        /** The last day; empty while the call goes on. What came before any call counts from its settlement alone. */
        Optional<LocalDate> echeance(Regle contenu) {
            LocalDate regleLe = LocalDate.ofInstant(contenu.regleLe(), Appel.ROUBAIX);
            var appel = appel(contenu.recuLe());
            if (appel.isEmpty()) {
                return regle().echeance(regleLe);
            }
            return termes.computeIfAbsent(appel.get(), a -> fins.de(a).map(FinDesAppels.Fin::le))
                    .map(terme -> terme.isAfter(regleLe) ? terme : regleLe)
                    .flatMap(regle()::echeance);
        }

        Optional<String> retenue(Regle contenu) {
            return appel(contenu.recuLe())
                    .flatMap(appel -> enVigueur.stream()
                            .filter(suspension -> suspension.appel().equals(appel.id()))
                            .findFirst())
                    .map(suspension -> "suspension n° " + suspension.numero());
        }

        /** The newest call that staff had opened then. */
        private Optional<AppelSuivi> appel(Instant recuLe) {
            return tous.stream()
                    .filter(appel -> !appel.ouvertLe().isAfter(recuLe))
                    .findFirst();
        }
    }
}
