package fr.roubaix.cln.hub.droits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement;
import fr.roubaix.cln.hub.candidature.LectureDUnDossier.Prise;
import fr.roubaix.cln.hub.candidature.LectureDUnDossier.Ressemblance;
import fr.roubaix.cln.hub.candidature.Statut;
import fr.roubaix.cln.web.FrenchDates;

/** What was decided about one person's application, in words that this person reads. */
final class HistoireEnClair {

    private HistoireEnClair() {}

    /** Every decision, those that take another back too. */
    static List<Map<String, String>> decisions(List<Prise> prises) {
        return prises.stream().map(HistoireEnClair::decision).toList();
    }

    /** What was asked of the person, each time that the letter or the call is still to be made or was. */
    static List<Map<String, String>> complements(List<Prise> prises) {
        return prises.stream()
                .filter(prise -> prise.retour().isEmpty() && prise.statut() instanceof Statut.ACompleter)
                .map(prise -> {
                    var champs = entete(prise);
                    complement((Statut.ACompleter) prise.statut(), champs);
                    return champs;
                })
                .toList();
    }

    /** What was said of likenesses; nothing of the other person. */
    static List<Map<String, String>> ressemblances(List<Ressemblance> ressemblances) {
        return ressemblances.stream().map(HistoireEnClair::ressemblance).toList();
    }

    private static Map<String, String> decision(Prise prise) {
        var champs = entete(prise);
        if (prise.retour().isPresent()) {
            champs.put("Décision", "la décision précédente est reprise : " + retour(prise.retour()));
            return champs;
        }
        champs.put("Décision", mot(prise.statut()));
        switch (prise.statut()) {
            case Statut.AExaminer _, Statut.Completee _, Statut.Recevable _ -> {}
            case Statut.ACompleter demandee -> complement(demandee, champs);
            case Statut.IrrecevabiliteProposee(var motif, var precisions, var _, var _) -> {
                champs.put("Motif", motif(motif));
                champs.put("Précisions", precisions.texte());
            }
            case Statut.Irrecevable(var motif, var precisions, var _, var _, var proposeePar) -> {
                champs.put("Motif", motif(motif));
                champs.put("Précisions", precisions.texte());
                proposeePar.ifPresent(qui -> champs.put("Proposée par", qui.valeur()));
            }
            case Statut.Retiree(var voie, var _, var _) -> champs.put("Retrait demandé", voie(voie));
        }
        return champs;
    }

    private static Map<String, String> entete(Prise prise) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("Décision n°", Long.toString(prise.numero()));
        champs.put("Le", FrenchDates.fullInstant(prise.le()));
        champs.put("Par", prise.par().valeur());
        return champs;
    }

    private static String retour(OptionalLong numero) {
        return numero.getAsLong() == 0
                ? "la candidature est de nouveau à examiner"
                : "la décision n° " + numero.getAsLong() + " vaut de nouveau";
    }

    private static void complement(Statut.ACompleter demandee, Map<String, String> champs) {
        var demande = demandee.demande();
        champs.put(
                "Ce qui manquait",
                demande.enOrdre().stream().map(HistoireEnClair::manque).collect(Collectors.joining(", ")));
        champs.put("Précisions", demande.precisions().texte());
        champs.put(
                "Demandé",
                switch (demande.moyen()) {
                    case COURRIER -> "par courrier";
                    case TELEPHONE -> "par téléphone";
                });
        champs.put("Réponse attendue jusqu’au", FrenchDates.day(demande.echeance()));
        champs.put(
                "Demande faite",
                demandee.faite()
                        .map(faite -> "le " + FrenchDates.day(faite.le()) + ", par "
                                + faite.par().valeur())
                        .orElse("pas encore"));
    }

    private static Map<String, String> ressemblance(Ressemblance une) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("Le", FrenchDates.fullInstant(une.le()));
        champs.put("Par", une.par().valeur());
        champs.put(
                "Réponse",
                une.gardee()
                        .map(
                                celleCi -> celleCi
                                        ? "une seule personne : votre candidature est celle qui est gardée"
                                        : "une seule personne : une autre candidature est gardée, celle-ci n’entre pas au tirage")
                        .orElse("deux personnes différentes"));
        une.leveeLe().ifPresent(le -> champs.put("Réponse levée le", FrenchDates.fullInstant(le)));
        une.leveePar().ifPresent(qui -> champs.put("Levée par", qui.valeur()));
        return champs;
    }

    /** Where an application stands, in a few words. */
    static String mot(Statut statut) {
        return switch (statut) {
            case Statut.AExaminer _ -> "à examiner";
            case Statut.ACompleter _ -> "à compléter";
            case Statut.Completee _ -> "complétée, à décider";
            case Statut.IrrecevabiliteProposee _ -> "irrecevabilité proposée, à confirmer par une autre personne";
            case Statut.Recevable _ -> "recevable";
            case Statut.Irrecevable _ -> "irrecevable";
            case Statut.Retiree _ -> "retirée à votre demande";
        };
    }

    static String motif(MotifDIrrecevabilite motif) {
        return switch (motif) {
            case AGE -> "moins de 16 ans à la date de référence (art. 7 §1)";
            case RESIDENCE -> "n’habite pas à Roubaix (art. 7 §1)";
            case DOUBLON -> "une autre candidature de la même personne est gardée (art. 7 §1)";
            case HORS_DELAI -> "reçue hors des dates de l’appel (art. 7 §1)";
            case INCOMPLETE -> "incomplète (art. 7 §1)";
        };
    }

    private static String manque(DemandeDeComplement.Manque manque) {
        return switch (manque) {
            case NOM -> "le nom";
            case DATE_DE_NAISSANCE -> "la date de naissance";
            case ADRESSE -> "l’adresse";
            case SIGNATURE -> "la signature";
            case ORIGINAL -> "l’original";
            case AUTRE -> "autre chose";
        };
    }

    private static String voie(Statut.VoieDeRetrait voie) {
        return switch (voie) {
            case GUICHET -> "au guichet";
            case COURRIER -> "par courrier";
            case COURRIEL -> "par courriel";
            case TELEPHONE -> "par téléphone";
        };
    }
}
