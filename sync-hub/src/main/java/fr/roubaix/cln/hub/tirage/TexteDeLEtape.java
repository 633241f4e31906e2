package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.web.FrenchDates;

/** What both voices read before a step of the ceremony: what is done, on what, and what it changes for good. */
final class TexteDeLEtape {

    private final EtatDuTirage etat;
    private final Tirage tirage;

    TexteDeLEtape(EtatDuTirage etat) {
        this.etat = etat;
        this.tirage = etat.tirage().orElseThrow();
    }

    String pour(Fait fait) {
        var lignes = new ArrayList<String>();
        if (etat.id().repetition()) {
            lignes.add("RÉPÉTITION, sans effet.");
        }
        switch (fait) {
            case Fait.ArretAnnule(var motif) -> annulation(lignes, motif);
            case Fait.PlanConfirme _ -> plan(lignes);
            case Fait.SeanceOuverteAvecCompte seance -> seance(lignes, seance);
            case Fait.DrandRemplace tour -> autreTour(lignes, tour);
            case Fait.GraineConfirmee _ -> graine(lignes);
            case Fait.Proclame _ -> resultat(lignes);
            case Fait.Clos _ -> cloture(lignes);
            case Fait.ListeArretee _,
                    Fait.LectureChoisie _,
                    Fait.PresenceInscrite _,
                    Fait.PresenceRetiree _,
                    Fait.Arrivee _,
                    Fait.Depart _,
                    Fait.SeanceOuverte _,
                    Fait.DeLance _,
                    Fait.DeCorrige _,
                    Fait.DeRetire _,
                    Fait.DrandSaisi _,
                    Fait.Tire _,
                    Fait.SiegesReveles _,
                    Fait.Mention _,
                    Fait.Desistement _ -> throw new IllegalArgumentException("not a step with two voices: " + fait);
        }
        lignes.add(
                "Empreinte de la liste : " + tirage.arret().liste().empreinte().hex());
        return String.join("\n", lignes);
    }

    private void annulation(List<String> lignes, String motif) {
        lignes.add("Annuler l’arrêt de la liste de l’appel « " + tirage.appel()
                + " » : les décisions reprennent, une nouvelle liste devra être arrêtée et publiée.");
        lignes.add("L’arrêt annulé et son motif restent au registre et au procès-verbal.");
        lignes.add("Motif : " + motif);
    }

    private void plan(List<String> lignes) {
        if (!(tirage instanceof Tirage.LectureChoisie choisie)) {
            throw new IllegalStateException("no reading is chosen");
        }
        var plan = Plan.pour(choisie.arret().liste(), choisie.lecture());
        lignes.add("Confirmer le plan de répartition : la lecture ne changera plus.");
        lignes.add("Lecture retenue : " + choisie.lecture().phrase() + ".");
        for (Secteur secteur : Secteur.values()) {
            lignes.add(secteur.nom() + " : "
                    + plan.possibles(secteur).stream()
                            .map(TexteDeLEtape::sieges)
                            .collect(Collectors.joining(" ou ")));
        }
        if (!plan.sortNecessaire()) {
            lignes.add(
                    "Aucun siège ne dépend du sort : les dés donnent la graine du procès-verbal, sans rien décider.");
        }
        plan.constats().stream()
                .filter(constat -> !(constat instanceof Constat.Interpretation))
                .map(Constat::phrase)
                .forEach(lignes::add);
    }

    private static String sieges(Repartition repartition) {
        return repartition.femmes() + " femmes et " + repartition.hommes() + " hommes. " + repartition.phrase();
    }

    private void seance(List<String> lignes, Fait.SeanceOuverteAvecCompte seance) {
        lignes.add("Ouvrir la séance publique : les dés peuvent ensuite être lancés.");
        lignes.add("Présents : " + noms(etat.cahier().presents()));
        lignes.add(
                etat.cahier().absents().isEmpty()
                        ? "Aucun co-président n’est annoncé absent."
                        : "Co-présidents absents : " + noms(etat.cahier().absents()));
        lignes.add("Nombre de lancers annoncé : " + seance.lancers()
                + ", ni plus ni moins. La graine ne se confirme sur aucun autre nombre.");
        lignes.add(seance.drand()
                .map(annonce -> "Tour drand annoncé avant les dés : " + tour(annonce) + " Tous les dés entrent avant : "
                        + "à cette heure plus aucun chiffre ne s’ajoute, ne se corrige ni ne se retire.")
                .orElse("Aucun tour drand : la graine vient des dés seuls."));
    }

    private static String tour(AnnonceDrand annonce) {
        return "réseau " + annonce.chaine().nom() + ", tour " + annonce.tour() + ", publié le "
                + FrenchDates.fullInstant(annonce.publieLe()) + ".";
    }

    private void autreTour(List<String> lignes, Fait.DrandRemplace fait) {
        var seance = switch (tirage) {
            case Tirage.SeanceOuverte ouverte -> ouverte;
            case Tirage.AvecDes des -> des.seance();
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ ->
                throw new IllegalStateException("no session is open");
        };
        int entres = tirage instanceof Tirage.AvecDes des ? des.lancers().size() : 0;
        lignes.add("Annoncer un autre tour drand, que personne ne peut encore connaître.");
        lignes.add("Tour abandonné : " + seance.drand().map(TexteDeLEtape::tour).orElse("aucun."));
        lignes.add("Nouveau tour : " + tour(fait.drand()));
        lignes.add("Chiffres déjà entrés, qui ne changent pas : " + entres + " sur " + seance.attendus() + ".");
        lignes.add("Motif, écrit au procès-verbal : " + fait.motif());
    }

    private static String noms(List<Cahier.Presence> presences) {
        return presences.stream()
                .map(p -> p.nom() + " (" + p.qualite().titre() + ")")
                .collect(Collectors.joining(", "));
    }

    private void graine(List<String> lignes) {
        if (!(tirage instanceof Tirage.AvecDes des)) {
            throw new IllegalStateException("no die is thrown");
        }
        lignes.add("Confirmer la graine : plus aucun chiffre ne changera, et il n’y aura pas d’autre essai.");
        lignes.add(des.lancers().size() + " chiffres, par groupes de cinq : "
                + des.chiffres().replaceAll("(.{5})(?!$)", "$1 "));
        lanceurs(lignes, des);
        int corrections = etat.cahier().corrections().size();
        lignes.add(corrections == 0 ? "Aucune correction." : "Corrections avant confirmation : " + corrections + ".");
        lignes.add("Graine : " + texte(des));
    }

    private void lanceurs(List<String> lignes, Tirage.AvecDes des) {
        for (Cahier.Presence presence : etat.cahier().presences()) {
            String chiffres = des.lancers().stream()
                    .filter(lancer -> lancer.lanceur() == presence.numero())
                    .map(lancer -> Integer.toString(lancer.chiffre()))
                    .collect(Collectors.joining(" "));
            if (!chiffres.isEmpty()) {
                lignes.add("Lancés par " + presence.nom() + " : " + chiffres);
            }
        }
    }

    /** As it will stand in {@code pv.json}, whichever way the dice were completed. */
    private static String texte(Tirage.AvecDes des) {
        return switch (des) {
            case Tirage.DesEnCours enCours -> Deroulement.graine(enCours, null).texte();
            case Tirage.DrandSaisi saisi ->
                Deroulement.graine(saisi.avant(), saisi.drand().drand()).texte();
            case Tirage.GraineConfirmee confirmee -> confirmee.graine().texte();
            case Tirage.ResultatConnu connu -> connu.graine().texte();
        };
    }

    private void resultat(List<String> lignes) {
        if (!(tirage instanceof Tirage.Tire tire)) {
            throw new IllegalStateException("nobody is drawn");
        }
        Graine graine = tire.graine();
        var pv = TirageAuSort.tirer(tire.arret().liste(), graine, VersionDuReglement.DE_2025);
        lignes.add("Proclamer le résultat : " + pv.designes().size() + " membres désignés.");
        Arrays.stream(Secteur.values())
                .map(secteur -> secteur.nom() + " : "
                        + pv.designes().stream()
                                .filter(d -> d.personne().secteur() == secteur)
                                .map(d -> d.personne().id().affiche())
                                .collect(Collectors.joining(", ")))
                .forEach(lignes::add);
        lignes.add("Empreinte de pv.json : " + tire.pv().hex());
    }

    private void cloture(List<String> lignes) {
        lignes.add("Clore le procès-verbal : plus rien n’y sera écrit.");
        var mentions = etat.cahier().mentions();
        lignes.add(mentions.isEmpty() ? "Aucune remarque, aucun incident." : "Remarques et incidents :");
        mentions.forEach(mention ->
                lignes.add("« " + mention.texte() + " » (" + mention.acte().par() + ")"));
        etat.cahier().desistements().forEach(d -> lignes.add("Désistement après le premier dé : " + d.id().affiche()));
    }
}
