package fr.roubaix.cln.hub.droits;

import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.web.FrenchDates;

/** What is known of an application without saying whose it is, and why it stays when it must. */
final class SortDUnePersonne {

    private SortDUnePersonne() {}

    static Section dejaEffacee(ReceiptCode code, Instant le, Component vue) {
        var panneau = new Section(
                new H2(code.affiche()),
                new Avis(Avis.Ton.INFORMATION, vue.getTranslation("droits.deja-effacee", FrenchDates.fullInstant(le))));
        panneau.addClassName("panel");
        return panneau;
    }

    /** Refuses, and says until when or what to do. */
    static Section gardee(EffacementDUnePersonne.Sort.Gardee gardee, Component vue) {
        var panneau = new Section(
                new H2(gardee.dossier().code().affiche()),
                fiche(gardee.dossier(), vue),
                new Avis(Avis.Ton.ATTENTION, raison(gardee.besoin(), vue)));
        panneau.addClassName("panel");
        return panneau;
    }

    private static String raison(Besoin besoin, Component vue) {
        return switch (besoin) {
            case Besoin.Aucun _ -> vue.getTranslation("droits.change");
            case Besoin.ArretAnnulable _ -> vue.getTranslation("droits.gardee.arret-annulable");
            case Besoin.DesLances _ -> vue.getTranslation("droits.gardee.des-lances");
            case Besoin.JusquAu(var jour) -> vue.getTranslation("droits.gardee.jusqu-au", FrenchDates.day(jour));
            case Besoin.Designee _ -> vue.getTranslation("droits.gardee.designee");
            case Besoin.Contestee(var suspension, var toutLAppel, var depuis, var motif) ->
                vue.getTranslation(
                        toutLAppel ? "droits.gardee.contestee.appel" : "droits.gardee.contestee.dossier",
                        suspension,
                        FrenchDates.instant(depuis),
                        motif);
        };
    }

    static DescriptionList fiche(Dossier dossier, Component vue) {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        ligne(liste, vue.getTranslation("droits.appel"), dossier.appel().valeur());
        ligne(
                liste,
                vue.getTranslation("candidatures.secteur"),
                dossier.secteur().nom());
        ligne(
                liste,
                vue.getTranslation("droits.depot"),
                vue.getTranslation(
                        "droits.depot.valeur",
                        FrenchDates.instant(dossier.deposeeLe()),
                        dossier.mairie().nom()));
        return liste;
    }

    private static void ligne(DescriptionList liste, String terme, String valeur) {
        liste.add(new DescriptionList.Term(terme), new DescriptionList.Description(valeur));
    }
}
