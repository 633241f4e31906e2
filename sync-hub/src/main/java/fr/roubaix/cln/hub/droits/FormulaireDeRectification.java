package fr.roubaix.cln.hub.droits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.LectureDeFiche;
import fr.roubaix.cln.hub.candidature.LectureDeFiche.Champ;
import fr.roubaix.cln.hub.candidature.LectureDeFiche.Saisies;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers.ARectifier;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;

/** What stands and what will stand, side by side, read by the rules of any entry by staff. */
final class FormulaireDeRectification extends Div {

    private final ARectifier avant;
    private final LocalDate aujourdhui;
    private final Map<Champ, TextField> textes = new EnumMap<>(Champ.class);
    private final Select<Secteur> secteur = new Select<>();
    private final Select<Parite> parite = new Select<>();
    private final Balise lignes = Balise.de("tbody");

    FormulaireDeRectification(ARectifier avant, LocalDate aujourdhui) {
        this.avant = avant;
        this.aujourdhui = aujourdhui;
        secteur.setItems(Secteur.values());
        secteur.setItemLabelGenerator(Secteur::nom);
        secteur.setAriaLabel(getTranslation("saisir.secteur"));
        secteur.setManualValidation(true);
        secteur.setValue(avant.dossier().secteur());
        parite.setItems(Parite.values());
        parite.setItemLabelGenerator(this::mot);
        parite.setAriaLabel(getTranslation("saisir.parite"));
        parite.setManualValidation(true);
        parite.setValue(avant.dossier().parite());
        addClassName("rectification");
        disposer(avant.saisies());
        boolean ouverte = avant.arretee().isEmpty();
        secteur.setEnabled(ouverte);
        parite.setEnabled(ouverte);
        for (Champ champ : List.of(Champ.JOUR, Champ.MOIS, Champ.ANNEE)) {
            texte(champ).setEnabled(ouverte);
        }
    }

    private void disposer(Saisies ecrit) {
        ligne("nom", ecrit.nom(), texte(Champ.NOM, 100, ecrit.nom()));
        ligne("usage", ecrit.usage(), texte(Champ.USAGE, 100, ecrit.usage()));
        ligne("prenoms", ecrit.prenoms(), texte(Champ.PRENOMS, 100, ecrit.prenoms()));
        ligne(
                "naissance",
                ecrit.jour() + "/" + ecrit.mois() + "/" + ecrit.annee(),
                texte(Champ.JOUR, 2, ecrit.jour()),
                texte(Champ.MOIS, 2, ecrit.mois()),
                texte(Champ.ANNEE, 4, ecrit.annee()));
        ligne("voie", ecrit.voie(), texte(Champ.VOIE, 200, ecrit.voie()));
        ligne("complement", ecrit.complement(), texte(Champ.COMPLEMENT, 200, ecrit.complement()));
        ligne("secteur", avant.dossier().secteur().nom(), secteur);
        ligne("parite", mot(avant.dossier().parite()), parite);
        ligne("telephone", ecrit.telephone(), texte(Champ.TELEPHONE, 30, ecrit.telephone()));
        ligne("courriel", ecrit.courriel(), texte(Champ.COURRIEL, 254, ecrit.courriel()));
        var entetes = Balise.de("tr");
        for (String colonne : List.of("donnee", "avant", "apres")) {
            entetes.add(Balise.de("th", getTranslation("rectifier." + colonne)).attribut("scope", "col"));
        }
        add(Balise.de("table", Balise.de("thead", entetes), lignes).classe("table"));
    }

    private String mot(Parite valeur) {
        return getTranslation("parite." + valeur.name());
    }

    private TextField texte(Champ champ, int longueur, String valeur) {
        var texte = new TextField();
        texte.setAriaLabel(getTranslation("saisir." + champ.name().toLowerCase(Locale.ROOT)));
        texte.setMaxLength(longueur);
        texte.setManualValidation(true);
        texte.setValue(valeur);
        textes.put(champ, texte);
        return texte;
    }

    /** A row says in a word that it will hold something else, as soon as it does. */
    private void ligne(String cle, String valeur, AbstractField<?, ?>... champs) {
        var change = new Etiquette(Etiquette.Ton.OK, getTranslation("rectifier.change"));
        change.setVisible(false);
        var ecrits = valeurs(champs);
        var saisie = new Div(champs);
        saisie.addClassName("rectification__saisie");
        saisie.add(change);
        for (AbstractField<?, ?> champ : champs) {
            champ.addValueChangeListener(_ -> change.setVisible(!ecrits.equals(valeurs(champs))));
        }
        lignes.add(Balise.de(
                "tr",
                Balise.de("th", getTranslation("rectifier." + cle)).attribut("scope", "row"),
                Balise.de("td", valeur.isEmpty() ? getTranslation("rectifier.vide") : valeur),
                Balise.de("td", saisie)));
    }

    private static List<Optional<Object>> valeurs(AbstractField<?, ?>... champs) {
        return Arrays.stream(champs)
                .map(champ -> Optional.<Object>ofNullable(champ.getValue()))
                .toList();
    }

    /** The form; empty when something in it cannot be read, which each field then says. */
    Optional<FicheDeCandidature> lire() {
        var lecture = new LectureDeFiche(aujourdhui);
        var fiche = lecture.fiche(new Saisies(
                tape(Champ.NOM),
                tape(Champ.USAGE),
                tape(Champ.PRENOMS),
                tape(Champ.JOUR),
                tape(Champ.MOIS),
                tape(Champ.ANNEE),
                tape(Champ.VOIE),
                tape(Champ.COMPLEMENT),
                secteur.getValue(),
                parite.getValue(),
                tape(Champ.TELEPHONE),
                tape(Champ.COURRIEL),
                avant.saisies().publication(),
                true));
        textes.forEach((champ, texte) -> signaler(texte, lecture.erreurs().get(champ)));
        signaler(secteur, lecture.erreurs().get(Champ.SECTEUR));
        signaler(parite, lecture.erreurs().get(Champ.PARITE));
        return fiche;
    }

    /** The base puts this address in another sector. */
    void refuserLeSecteur() {
        signaler(secteur, "rectifier.refus.SECTEUR_D_APRES_LA_BASE");
    }

    private String tape(Champ champ) {
        return texte(champ).getValue();
    }

    private TextField texte(Champ champ) {
        return Objects.requireNonNull(textes.get(champ));
    }

    private void signaler(HasValidation champ, @Nullable String cle) {
        champ.setErrorMessage(cle == null ? "" : getTranslation(cle));
        champ.setInvalid(cle != null);
    }
}
