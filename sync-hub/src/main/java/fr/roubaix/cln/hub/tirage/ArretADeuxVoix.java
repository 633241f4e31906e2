package fr.roubaix.cln.hub.tirage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.hub.candidature.GelDesDecisions;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActeADeuxVoix;
import fr.roubaix.cln.hub.security.GenreDActe;
import fr.roubaix.cln.hub.security.Parametres;
import fr.roubaix.cln.hub.security.Presentation;
import fr.roubaix.cln.hub.security.Voix;

/**
 * Freezes the list of a call (art. 7 §2): the draw enters, the presidency confirms. Both are bound to the list itself, by
 * its fingerprint, and to the derogations that it goes on with. The list holds codes, sectors, sexes and age classes:
 * nothing that names a person.
 */
@Component
class ArretADeuxVoix implements ActeADeuxVoix {

    static final GenreDActe GENRE = GenreDActe.duTirage("ARRETER_LA_LISTE", "Arrêter la liste du tirage");

    private static final String NE_PEUT_PLUS =
            "La liste ne peut plus être arrêtée telle qu’elle était proposée. Relisez l’écran du tirage.";

    private final EtatDeLaListe etat;
    private final GelDesDecisions gel;
    private final TiragesModifiables tirages;
    private final Registre registre;

    ArretADeuxVoix(EtatDeLaListe etat, GelDesDecisions gel, TiragesModifiables tirages, Registre registre) {
        this.etat = etat;
        this.gel = gel;
        this.tirages = tirages;
        this.registre = registre;
    }

    static Parametres parametres(AppelId appel) {
        return Parametres.AUCUN.avec("appel", appel);
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        var appel = new AppelId(parametres.valeur("appel"));
        if (tirages.tirage(appel).isPresent() || etat.obstacle(appel).isPresent()) {
            return Optional.empty();
        }
        ListeDuTirage liste = etat.etablir(appel).liste();
        List<Derogation> derogations = etat.derogations(appel);
        String texte = "Arrêter la liste de l’appel « " + appel + " » : plus aucune décision ne pourra la changer.\n"
                + secteurs(liste) + "\nEmpreinte de la liste : "
                + liste.empreinte().hex() + "\n"
                + (derogations.isEmpty()
                        ? "Aucune dérogation : rien ne manque."
                        : derogations.stream().map(ArretADeuxVoix::phrase).collect(Collectors.joining("\n")));
        return Optional.of(
                new Presentation("appel " + appel, texte, liste.empreinte().hex()));
    }

    private static String secteurs(ListeDuTirage liste) {
        return liste.lignes().size() + " personnes sur la liste : "
                + Arrays.stream(Secteur.values())
                        .map(secteur -> secteur.nom() + " "
                                + liste.lignes().stream()
                                        .filter(ligne -> ligne.secteur() == secteur)
                                        .count())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String phrase(Derogation derogation) {
        return "Dérogation, " + derogation.mairie().nom() + ", « " + derogation.nom() + " » : " + derogation.manque()
                + " Motif de " + derogation.par() + " : " + derogation.motif();
    }

    /** Decisions stop first, so that the list is compared and made from what no longer moves. */
    @Override
    public boolean retenir(Parametres parametres) {
        return gel.geler(new AppelId(parametres.valeur("appel")));
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        var appel = new AppelId(parametres.valeur("appel"));
        var etablie = etat.etablir(appel);
        var arret = new Tirage.Arret(
                etablie.liste(),
                etablie.sansPreference(),
                etat.derogations(appel),
                new Tirage.Acte(premiere.par(), seconde.le()));
        if (etat.obstacle(appel).isPresent() || !tirages.arreter(appel, arret)) {
            return Optional.of(NE_PEUT_PLUS);
        }
        registre.inscrire(
                premiere.auteur(),
                Acte.LISTE_ARRETEE
                        .sur("appel " + appel)
                        .avec("liste", arret.liste().empreinte().hex())
                        .avec("derogations", arret.derogations().size())
                        .avec("confirme-par", seconde));
        return Optional.empty();
    }
}
