package fr.roubaix.cln.hub.appel;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.shell.Etiquette;

/** A call to be read: its state, dates and place. */
final class FicheDAppel extends Section {

    FicheDAppel(AppelSuivi suivi, Annonce annonce, Instant maintenant) {
        addClassName("panel");
        var titre = new Div(new H2(suivi.titre()), etat(suivi, maintenant));
        titre.addClassName("panel__h");
        var appel = suivi.appel();
        var liste = new DescriptionList();
        liste.addClassName("kv");
        ajouter(liste, "appel.id", appel.id().valeur());
        ajouter(liste, "appel.ouverture", Dates.longue(appel.ouvreLe()));
        ajouter(liste, "appel.cloture", Dates.fin(appel, this));
        ajouter(liste, "appel.reference", Dates.longue(appel.dateDeReference()));
        ajouter(liste, "appel.tirage", Dates.longue(appel.tirageLe()));
        ajouter(liste, "appel.lieu", appel.lieuDuTirage());
        ajouter(liste, "appel.sieges", getTranslation("appel.sieges.total", annonce.sieges(), parSecteur(annonce)));
        ajouter(
                liste,
                "appel.textes",
                annonce.manquantes().isEmpty()
                        ? getTranslation("appel.textes.tous")
                        : getTranslation("appel.textes.manquent", noms(annonce.manquantes())));
        suivi.cloture()
                .filter(c -> !c.motif().isEmpty())
                .ifPresent(c -> ajouter(liste, "appel.motif-de-cloture", c.motif()));
        add(titre, liste);
    }

    private static String parSecteur(Annonce annonce) {
        return Stream.of(Secteur.values())
                .map(secteur -> secteur.nom() + " " + annonce.secteur(secteur).sieges())
                .collect(Collectors.joining(", "));
    }

    private static String noms(List<Langue> langues) {
        return langues.stream().map(Langue::nom).collect(Collectors.joining(", "));
    }

    private Etiquette etat(AppelSuivi suivi, Instant maintenant) {
        if (suivi.clos()) {
            return new Etiquette(Etiquette.Ton.ARRET, getTranslation("appel.etat.clos"));
        }
        if (maintenant.isBefore(suivi.appel().ouverture())) {
            return new Etiquette(Etiquette.Ton.ATTENTE, getTranslation("appel.etat.a-venir"));
        }
        return suivi.appel().accepte(maintenant)
                ? new Etiquette(Etiquette.Ton.OK, getTranslation("appel.etat.ouvert"))
                : new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("appel.etat.fini"));
    }

    private void ajouter(DescriptionList liste, String cle, String valeur) {
        liste.add(new DescriptionList.Term(getTranslation(cle)), new DescriptionList.Description(valeur));
    }
}
