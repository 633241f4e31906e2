package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.affichage.ProcesVerbalClos;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.tirage.Cahier;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.EtatDuTirage;
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

    @Override
    public List<AppelSansListe> annules() {
        return appels.tous().stream()
                .map(this::sansListe)
                .flatMap(Optional::stream)
                .filter(appel -> !appel.annulees().isEmpty())
                .toList();
    }

    @Override
    public Optional<AppelSansListe> sansListe(AppelId appel) {
        return appels.trouver(appel).flatMap(this::sansListe);
    }

    private Optional<AppelSansListe> sansListe(AppelSuivi suivi) {
        var etat = etat(suivi);
        return etat.tirage().isPresent()
                ? Optional.empty()
                : Optional.of(new AppelSansListe(suivi, ListeAnnulee.de(etat.cahier())));
    }

    @Override
    public Optional<byte[]> listeAnnulee(AppelId appel, String empreinte) {
        var id = new CeremonieId.Publique(appel);
        return appels.trouver(appel)
                .flatMap(suivi -> etat(suivi).cahier().annules().stream()
                        .map(Cahier.ArretAnnule::liste)
                        .filter(liste -> liste.hex().equals(empreinte))
                        .findFirst()
                        .flatMap(liste -> tirages.listeArretee(id, liste)));
    }

    private EtatDuTirage etat(AppelSuivi suivi) {
        return tirages.etat(new CeremonieId.Publique(suivi.id()));
    }

    private Optional<TiragePublie> publie(AppelSuivi suivi) {
        var etat = etat(suivi);
        return etat.tirage().map(tirage -> publier(suivi, tirage, ListeAnnulee.de(etat.cahier())));
    }

    private TiragePublie publier(AppelSuivi suivi, Tirage tirage, List<ListeAnnulee> annulees) {
        var arret = tirage.arret();
        var entete = new TiragePublie.Entete(
                suivi.id(),
                suivi.titre(),
                suivi.appel().tirageLe(),
                suivi.appel().lieuDuTirage(),
                arret.acte().le(),
                annulees);
        return switch (tirage) {
            case Tirage.Proclame proclame -> new TiragePublie.Proclame(resultat(entete, suivi, proclame));
            case Tirage.Clos clos ->
                new TiragePublie.Clos(
                        resultat(entete, suivi, clos.avant()),
                        ProcesVerbalClos.de(clos).orElseThrow());
            // Known to the hub, said by the presidency first: nobody reads the result here before the room hears it.
            case Tirage.AvantLesDes _,
                    Tirage.DesEnCours _,
                    Tirage.DrandSaisi _,
                    Tirage.GraineConfirmee _,
                    Tirage.Tire _ ->
                new TiragePublie.ListePubliee(entete, arret.liste(), tirage.lectureRetenue(), des(tirage));
        };
    }

    private TiragePublie.Resultat resultat(TiragePublie.Entete entete, AppelSuivi suivi, Tirage.Proclame proclame) {
        return new TiragePublie.Resultat(
                entete,
                proclame.arret().liste(),
                Bytes.of(tirages.procesVerbal(suivi.id()).orElseThrow()),
                proclame.proclamation().le());
    }

    private static TiragePublie.Des des(Tirage tirage) {
        return switch (tirage) {
            case Tirage.AvantLesDes _ -> TiragePublie.Des.A_VENIR;
            // The only digit may have been typed without a throw, and taken away.
            case Tirage.DesEnCours des ->
                des.lancers().isEmpty() ? TiragePublie.Des.A_VENIR : TiragePublie.Des.EN_COURS;
            case Tirage.DrandSaisi _ -> TiragePublie.Des.EN_COURS;
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> TiragePublie.Des.LANCES;
        };
    }
}
