package fr.roubaix.cln.hub.fleet;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActeADeuxVoix;
import fr.roubaix.cln.hub.security.GenreDActe;
import fr.roubaix.cln.hub.security.Parametres;
import fr.roubaix.cln.hub.security.Presentation;
import fr.roubaix.cln.hub.security.Voix;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** Goes on without what a kiosk lacks: the draw writes why, the presidency confirms. It holds for what was shown alone. */
@Component
class DerogationADeuxVoix implements ActeADeuxVoix {

    static final GenreDActe GENRE =
            GenreDActe.duTirage("DEROGER_A_LA_PREUVE", "Passer outre ce qui manque d’une borne");

    private final Completude completude;
    private final Derogations derogations;
    private final Registre registre;

    DerogationADeuxVoix(Completude completude, Derogations derogations, Registre registre) {
        this.completude = completude;
        this.derogations = derogations;
        this.registre = registre;
    }

    static Parametres parametres(AppelId appel, KioskId borne, Hash vu, String motif) {
        return Parametres.AUCUN
                .avec("appel", appel)
                .avec("borne", borne)
                .avec("etat", vu.hex())
                .avec("motif", motif);
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        return borne(parametres)
                .map(borne -> new Presentation(
                        objet(parametres),
                        "Mairie de quartier " + borne.mairie().nom() + ", borne « " + borne.nom() + " » (n° "
                                + borne.id() + ").\nCe qui manque : " + manque(borne) + "\nMotif, qui figurera au"
                                + " procès-verbal : " + parametres.valeur("motif"),
                        borne.etat().hex()));
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        var borne = borne(parametres);
        if (borne.isEmpty()) {
            return Optional.of("Quelque chose est arrivé de cette borne entre-temps. Relisez ce qui manque.");
        }
        var appel = new AppelId(parametres.valeur("appel"));
        String manque = manque(borne.get());
        derogations.ajouter(
                appel,
                new Derogations.Accordee(
                        borne.get().id(),
                        borne.get().etat(),
                        manque,
                        parametres.valeur("motif"),
                        premiere.par(),
                        seconde.le()));
        registre.inscrire(
                premiere.auteur(),
                Acte.DEROGATION_ACCORDEE
                        .sur(objet(parametres))
                        .motif(parametres.valeur("motif"))
                        .avec("manque", manque)
                        .avec("etat", borne.get().etat().hex())
                        .avec("confirme-par", seconde));
        return Optional.empty();
    }

    private static String objet(Parametres parametres) {
        return "appel " + parametres.valeur("appel") + ", borne " + parametres.valeur("borne");
    }

    private static String manque(Completude.Borne borne) {
        return borne.manques().stream().map(Manque::phrase).collect(Collectors.joining(" "));
    }

    /** The kiosk, as long as it lacks exactly what was shown. */
    private Optional<Completude.Borne> borne(Parametres parametres) {
        return completude.constat(new AppelId(parametres.valeur("appel"))).bornes().stream()
                .filter(borne -> borne.id().toString().equals(parametres.valeur("borne")))
                .filter(borne -> !borne.manques().isEmpty())
                .filter(borne -> borne.etat().hex().equals(parametres.valeur("etat")))
                .findFirst();
    }
}
