package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
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
            case Tirage.Tire tire ->
                new TiragePublie.Proclame(
                        entete,
                        arret.liste(),
                        Bytes.of(tirages.procesVerbal(suivi.id()).orElseThrow()),
                        tire.tirage().le());
            case Tirage.ListeArretee _ -> enAttente(entete, arret, Optional.empty());
            case Tirage.LectureChoisie choisie -> enAttente(entete, arret, Optional.of(choisie.lecture()));
            case Tirage.DesEntres entres -> enAttente(entete, arret, Optional.of(entres.lecture()));
        };
    }

    private static TiragePublie enAttente(TiragePublie.Entete entete, Tirage.Arret arret, Optional<Lecture> lecture) {
        return new TiragePublie.ListePubliee(entete, arret.liste(), lecture);
    }
}
