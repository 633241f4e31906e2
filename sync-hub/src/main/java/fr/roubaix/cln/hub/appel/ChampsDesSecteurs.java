package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Per sector: the seats to fill, and where its mairie receives people. */
final class ChampsDesSecteurs extends Section {

    private final Map<Secteur, IntegerField> sieges = new EnumMap<>(Secteur.class);
    private final Map<Secteur, TextField> lieux = new EnumMap<>(Secteur.class);

    ChampsDesSecteurs(Annonce annonce) {
        addClassName("panel");
        var lignes = new Div();
        lignes.addClassName("par-secteur");
        for (Secteur secteur : Secteur.values()) {
            var nombre = new IntegerField(getTranslation("appel.sieges.secteur", secteur.nom()));
            nombre.setMin(0);
            nombre.setMax(Annonce.SIEGES);
            nombre.setStepButtonsVisible(true);
            nombre.setValue(annonce.secteur(secteur).sieges());
            nombre.setI18n(new IntegerField.IntegerFieldI18n()
                    .setBadInputErrorMessage(getTranslation("appel.refus.SIEGES_HORS_LIMITES"))
                    .setMinErrorMessage(getTranslation("appel.refus.SIEGES_HORS_LIMITES"))
                    .setMaxErrorMessage(getTranslation("appel.refus.SIEGES_HORS_LIMITES")));
            var lieu = new TextField(getTranslation("appel.accueil.secteur", secteur.nom()));
            lieu.setValue(annonce.secteur(secteur).lieu());
            sieges.put(secteur, nombre);
            lieux.put(secteur, lieu);
            lignes.add(nombre, lieu);
        }
        add(new H2(getTranslation("appel.sieges")), new Paragraph(getTranslation("appel.sieges.aide")), lignes);
    }

    /** What is in the fields; an empty number is no seat, and one out of bounds is refused by the use case. */
    Map<Secteur, Annonce.Accueil> valeurs() {
        var valeurs = new EnumMap<Secteur, Annonce.Accueil>(Secteur.class);
        sieges.forEach((secteur, champ) -> {
            Integer nombre = champ.getValue();
            String lieu = java.util.Objects.requireNonNull(lieux.get(secteur)).getValue();
            valeurs.put(secteur, new Annonce.Accueil(nombre == null ? 0 : nombre, lieu.strip()));
        });
        return valeurs;
    }
}
