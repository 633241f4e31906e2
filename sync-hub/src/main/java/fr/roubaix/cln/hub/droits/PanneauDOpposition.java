package fr.roubaix.cln.hub.droits;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.RetraitSurOpposition.Etat;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.web.FrenchDates;

/** A request to object: what it does now, and one button that does it and answers. */
final class PanneauDOpposition extends Section {

    private final ReceiptCode code;
    private final OppositionDUnePersonne opposition;
    private final Supplier<Optional<Verification>> verifiee;
    private final BiConsumer<String, Boolean> fin;
    private final Select<Demande> demande = new Select<>();

    /**
     * @param verifiee how the identity was verified; says at its field that it must be, when it was not
     * @param fin shows a sentence, by its key, and whether the act was done
     */
    PanneauDOpposition(
            ReceiptCode code,
            OppositionDUnePersonne opposition,
            Etat etat,
            List<Demande> demandes,
            Supplier<Optional<Verification>> verifiee,
            BiConsumer<String, Boolean> fin) {
        this.code = code;
        this.opposition = opposition;
        this.verifiee = verifiee;
        this.fin = fin;
        addClassName("panel");
        boolean possible = OppositionDUnePersonne.reponse(etat).isPresent();
        add(
                new H2(getTranslation("opposition.titre")),
                new Avis(possible ? Avis.Ton.INFORMATION : Avis.Ton.ATTENTION, phrase(etat)));
        if (possible) {
            add(acte(etat, demandes));
        }
    }

    private Div acte(Etat etat, List<Demande> demandes) {
        demande.setLabel(getTranslation("opposition.demande"));
        demande.setItems(demandes);
        demande.setItemLabelGenerator(une -> getTranslation(
                "rectifier.demande.valeur",
                Long.toString(une.numero()),
                FrenchDates.day(une.recueLe()),
                FrenchDates.day(une.echeance())));
        demande.setValue(demandes.getFirst());
        demande.setWidthFull();
        var regler = new Button(getTranslation("opposition." + acte(etat)), _ -> regler(etat));
        regler.addThemeVariants(ButtonVariant.PRIMARY);
        var champs = new Div(demande, regler);
        champs.addClassName("formulaire");
        return champs;
    }

    private static String acte(Etat etat) {
        return switch (etat) {
            case Etat.Retirable _ -> "retirer";
            case Etat.HorsDuTirage _, Etat.Limitee _, Etat.Arretee _ -> "repondre";
        };
    }

    private void regler(Etat etat) {
        verifiee.get().ifPresent(moyen -> {
            boolean fait = opposition.regler(demande.getValue().numero(), code, etat, moyen);
            fin.accept(fait ? "opposition.faite." + acte(etat) : "opposition.change", fait);
        });
    }

    private String phrase(Etat etat) {
        return switch (etat) {
            case Etat.Retirable _ -> getTranslation("opposition.retirable");
            case Etat.HorsDuTirage _ -> getTranslation("opposition.hors-du-tirage");
            case Etat.Limitee _ -> getTranslation("opposition.limitee");
            case Etat.Arretee(var besoin) ->
                switch (besoin) {
                    case Besoin.ArretAnnulable _ -> getTranslation("opposition.arret-annulable");
                    case Besoin.DesLances _ -> getTranslation("opposition.des-lances");
                    case Besoin.JusquAu(var jour) -> getTranslation("opposition.jusqu-au", FrenchDates.day(jour));
                    case Besoin.Designee _ -> getTranslation("opposition.designee");
                    case Besoin.Aucun _ -> getTranslation("opposition.apres");
                    case Besoin.Contestee _ -> getTranslation("opposition.change");
                };
        };
    }
}
