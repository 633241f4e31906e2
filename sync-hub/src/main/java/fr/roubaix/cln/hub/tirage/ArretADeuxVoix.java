package fr.roubaix.cln.hub.tirage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Ligne;
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
    private final Greffe greffe;
    private final Registre registre;

    ArretADeuxVoix(
            EtatDeLaListe etat, GelDesDecisions gel, TiragesModifiables tirages, Greffe greffe, Registre registre) {
        this.etat = etat;
        this.gel = gel;
        this.tirages = tirages;
        this.greffe = greffe;
        this.registre = registre;
    }

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        var id = Etape.ceremonie(parametres);
        var avant = tirages.etat(id);
        if (avant.tirage().isPresent() || etat.obstacle(id).isPresent()) {
            return Optional.empty();
        }
        var arret = etat.etablir(id);
        ListeDuTirage liste = arret.liste();
        String texte = annonce(id) + "\n"
                + secteurs(liste) + "\n"
                + reconduits(liste) + "\n"
                + comptes(arret) + "\nEmpreinte de la liste : "
                + liste.empreinte().hex() + "\n"
                + (arret.derogations().isEmpty()
                        ? "Aucune dérogation : rien ne manque."
                        : arret.derogations().stream()
                                .map(ArretADeuxVoix::phrase)
                                .collect(Collectors.joining("\n")));
        return Optional.of(new Presentation(id.objet(), texte, liste.empreinte().hex() + " " + avant.pas()));
    }

    private static String annonce(CeremonieId id) {
        return switch (id) {
            case CeremonieId.Publique(var appel) ->
                "Arrêter et publier la liste de l’appel « " + appel + " » : plus aucune décision ne pourra la changer.";
            case CeremonieId.Repetition _ -> "RÉPÉTITION, sans effet. Arrêter la liste pour la " + id.objet() + ".";
        };
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

    /** They hold seats before anything is drawn: whoever confirms reads each of them. */
    private static String reconduits(ListeDuTirage liste) {
        String chacun = liste.lignes().stream()
                .filter(ligne -> !ligne.estCandidat())
                .sorted(Comparator.comparing(Ligne::secteur).thenComparing(Ligne::sexe))
                .map(ligne -> ligne.secteur().nom() + " " + (ligne.sexe() == Sexe.F ? "une femme" : "un homme") + " de "
                        + ligne.classe().code() + " ans")
                .collect(Collectors.joining(", "));
        return chacun.isEmpty()
                ? "Aucun membre reconduit : tous les sièges sont à pourvoir."
                : "Membres reconduits, déjà assis : " + chacun + ".";
    }

    private static String comptes(Fait.ListeArretee arret) {
        var comptes = arret.comptes();
        int irrecevables = comptes.irrecevables().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return "Candidatures reçues " + comptes.recues() + ", recevables " + comptes.recevables() + ", irrecevables "
                + irrecevables + ", retirées " + comptes.retirees() + ".\nSans préférence entre femmes et hommes : "
                + Arrays.stream(Secteur.values())
                        .map(secteur ->
                                secteur.nom() + " " + arret.sansPreference().getOrDefault(secteur, 0))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String phrase(Derogation derogation) {
        return "Dérogation, " + derogation.mairie().nom() + ", « " + derogation.nom() + " » : " + derogation.manque()
                + " Motif de " + derogation.par() + " : " + derogation.motif();
    }

    /** Decisions stop first, so that the list is compared and made from what no longer moves. A rehearsal stops nothing. */
    @Override
    public boolean retenir(Parametres parametres) {
        var id = Etape.ceremonie(parametres);
        return switch (id) {
            case CeremonieId.Publique publique -> {
                tirages.creer(publique);
                yield gel.geler(publique.appel()) && tirages.tenir(publique);
            }
            case CeremonieId.Repetition repetition -> tirages.tenir(repetition);
        };
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        var id = Etape.ceremonie(parametres);
        var arret = etat.etablir(id);
        var acte = new Tirage.Acte(premiere.par(), seconde.le(), Optional.of(seconde.par()));
        if (etat.obstacle(id).isPresent() || greffe.ecrire(id, arret, acte).isPresent()) {
            return Optional.of(NE_PEUT_PLUS);
        }
        registre.inscrire(
                premiere.auteur(),
                Acte.LISTE_ARRETEE
                        .sur(id.objet())
                        .avec("liste", arret.liste().empreinte().hex())
                        .avec("derogations", arret.derogations().size())
                        .avec("confirme-par", seconde));
        return Optional.empty();
    }
}
