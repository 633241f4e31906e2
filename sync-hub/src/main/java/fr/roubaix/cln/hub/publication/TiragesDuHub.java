package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.affichage.ProcesVerbalClos;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.sync.Bytes;

/** The draws of this hub. */
@Component
class TiragesDuHub implements TiragesPublies {

    private final Appels appels;
    private final Tirages tirages;

    TiragesDuHub(Appels appels, Tirages tirages) {
        this.appels = appels;
        this.tirages = tirages;
    }

    @Override
    public List<TiragePublie> tous() {
        return appels.tous().stream()
                .map(this::publie)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<TiragePublie> tirage(AppelId appel) {
        return appels.trouver(appel).flatMap(this::publie);
    }

    private Optional<TiragePublie> publie(AppelSuivi suivi) {
        return tirages.tirage(suivi.id()).map(tirage -> publier(suivi, tirage));
    }

    private TiragePublie publier(AppelSuivi suivi, Tirage tirage) {
        var arret = tirage.arret();
        var entete = new TiragePublie.Entete(
                suivi.id(),
                suivi.titre(),
                suivi.appel().tirageLe(),
                suivi.appel().lieuDuTirage(),
                arret.acte().le());
        return switch (tirage) {
            case Tirage.Proclame proclame -> new TiragePublie.Proclame(resultat(entete, suivi, proclame));
            case Tirage.Clos clos ->
                new TiragePublie.Clos(
                        resultat(entete, suivi, clos.avant()),
                        ProcesVerbalClos.de(clos).orElseThrow());
            case Tirage.ListeArretee _ -> enAttente(entete, arret, Optional.empty());
            case Tirage.LectureChoisie choisie -> enAttente(entete, arret, Optional.of(choisie.lecture()));
            case Tirage.PlanConfirme plan ->
                enAttente(entete, arret, Optional.of(plan.avant().lecture()));
            case Tirage.SeanceOuverte seance ->
                enAttente(entete, arret, Optional.of(seance.avant().avant().lecture()));
            // Known to the hub, said by the presidency first: nobody reads the result here before the room hears it.
            case Tirage.AvecDes avecDes -> enAttente(entete, arret, Optional.of(avecDes.lecture()));
        };
    }

    private TiragePublie.Resultat resultat(TiragePublie.Entete entete, AppelSuivi suivi, Tirage.Proclame proclame) {
        return new TiragePublie.Resultat(
                entete,
                proclame.arret().liste(),
                Bytes.of(tirages.procesVerbal(suivi.id()).orElseThrow()),
                proclame.proclamation().le());
    }

    private static TiragePublie enAttente(TiragePublie.Entete entete, Tirage.Arret arret, Optional<Lecture> lecture) {
        return new TiragePublie.ListePubliee(entete, arret.liste(), lecture);
    }
}
