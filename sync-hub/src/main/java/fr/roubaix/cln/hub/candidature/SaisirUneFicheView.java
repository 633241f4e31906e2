package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;

/** A paper form, a letter or a call, entered for a person: the questions of the kiosk on one page. */
@Route("gestion/candidatures/saisir")
@RolesAllowed("SECRETARIAT")
class SaisirUneFicheView extends Page {

    private final SaisieDeCandidature saisie;
    private final Clock clock;
    private final RadioButtonGroup<Origine> origine = new RadioButtonGroup<>();
    private final TextField original = texte("original", 20);
    private final Select<Secteur> mairie = secteurs("mairie");
    private final DatePicker recueLe = new DatePicker(getTranslation("saisir.recue-le"));
    private final Checkbox signee = new Checkbox(getTranslation("saisir.signee"));
    private final TextField nom = texte("nom", 100);
    private final TextField usage = texte("usage", 100);
    private final TextField prenoms = texte("prenoms", 100);
    private final TextField jour = texte("jour", 2);
    private final TextField mois = texte("mois", 2);
    private final TextField annee = texte("annee", 4);
    private final TextField voie = texte("voie", 200);
    private final TextField complement = texte("complement", 200);
    private final Select<Secteur> secteur = secteurs("secteur");
    private final Checkbox confirme = new Checkbox(getTranslation("saisir.secteur-confirme"));
    private final RadioButtonGroup<Parite> parite = new RadioButtonGroup<>();
    private final TextField telephone = texte("telephone", 30);
    private final TextField courriel = texte("courriel", 254);
    private final RadioButtonGroup<Publication> publication = new RadioButtonGroup<>();
    private final Checkbox attestation = new Checkbox(getTranslation("saisir.attestation"));
    private final Div formulaire = new Div();

    SaisirUneFicheView(SaisieDeCandidature saisie, Clock clock) {
        super("saisir.titre");
        this.saisie = saisie;
        this.clock = clock;
        sousTitre(getTranslation("saisir.aide"));
        origine.setLabel(getTranslation("saisir.origine"));
        origine.setItems(
                Arrays.stream(Origine.values()).filter(Origine::surPapier).toList());
        origine.setItemLabelGenerator(o -> getTranslation("origine." + o.name()));
        origine.setValue(Origine.PAPIER);
        origine.addValueChangeListener(_ -> selonLOrigine());
        parite.setLabel(getTranslation("saisir.parite"));
        parite.setItems(Parite.values());
        parite.setItemLabelGenerator(p -> getTranslation(CandidaturesView.parite(p)));
        publication.setLabel(getTranslation("saisir.publication"));
        publication.setItems(Publication.values());
        publication.setItemLabelGenerator(p -> getTranslation("publication." + p.name()));
        recueLe.setValue(aujourdhui());
        recueLe.setManualValidation(true);
        jour.setAllowedCharPattern("[0-9]");
        mois.setAllowedCharPattern("[0-9]");
        annee.setAllowedCharPattern("[0-9]");
        disposer();
        selonLOrigine();
    }

    private void disposer() {
        var enregistrer = new Button(getTranslation("saisir.enregistrer"), _ -> enregistrer());
        enregistrer.addThemeVariants(ButtonVariant.PRIMARY);
        enregistrer.setDisableOnClick(true);
        var naissance = new Div(jour, mois, annee);
        naissance.addClassName("fiche__date");
        naissance.getElement().setAttribute("role", "group");
        naissance.getElement().setAttribute("aria-label", getTranslation("candidature.naissance"));
        formulaire.addClassNames("panel", "formulaire", "formulaire--deux");
        formulaire.add(
                titre("saisir.arrivee"),
                toute(origine),
                original,
                mairie,
                recueLe,
                signee,
                titre("saisir.personne"),
                nom,
                usage,
                prenoms,
                naissance,
                titre("candidature.adresse"),
                voie,
                complement,
                secteur,
                confirme,
                titre("saisir.choix"),
                parite,
                publication,
                telephone,
                courriel,
                toute(attestation),
                enregistrer);
        add(formulaire, new RouterLink(getTranslation("saisir.retour"), CandidaturesView.class));
    }

    private H2 titre(String cle) {
        var titre = new H2(getTranslation(cle));
        titre.addClassName("toute");
        return titre;
    }

    private static <T extends com.vaadin.flow.component.Component & com.vaadin.flow.component.HasStyle> T toute(
            T champ) {
        champ.addClassName("toute");
        return champ;
    }

    private TextField texte(String cle, int longueur) {
        var champ = new TextField(getTranslation("saisir." + cle));
        champ.setMaxLength(longueur);
        champ.setManualValidation(true);
        champ.addValueChangeListener(_ -> champ.setInvalid(false));
        return champ;
    }

    private Select<Secteur> secteurs(String cle) {
        var select = new Select<Secteur>();
        select.setLabel(getTranslation("saisir." + cle));
        select.setItems(Secteur.values());
        select.setItemLabelGenerator(Secteur::nom);
        select.setManualValidation(true);
        return select;
    }

    /** A letter or a call is left in no mairie; a call leaves no signature. */
    private void selonLOrigine() {
        mairie.setVisible(origine.getValue() == Origine.PAPIER);
        signee.setVisible(origine.getValue() != Origine.TELEPHONE);
        original.setVisible(origine.getValue() != Origine.TELEPHONE);
    }

    private void enregistrer() {
        taire();
        var lecture = new LectureDeFiche(aujourdhui());
        var fiche = lecture.fiche(new LectureDeFiche.Saisies(
                nom.getValue(),
                usage.getValue(),
                prenoms.getValue(),
                jour.getValue(),
                mois.getValue(),
                annee.getValue(),
                voie.getValue(),
                complement.getValue(),
                secteur.getValue(),
                parite.getValue(),
                telephone.getValue(),
                courriel.getValue(),
                publication.getValue(),
                attestation.getValue()));
        var provenance = lecture.provenance(
                origine.getValue(),
                mairie.getValue(),
                secteur.getValue(),
                original.getValue(),
                signee.getValue(),
                confirme.getValue(),
                recueLe.getValue());
        montrer(lecture);
        if (fiche.isPresent() && provenance.isPresent()) {
            switch (saisie.saisir(fiche.get(), provenance.get())) {
                case SaisieDeCandidature.Issue.Enregistree(var code) -> enregistree(code);
                case SaisieDeCandidature.Refus refus -> refuser(refus);
            }
        } else {
            dire(
                    Avis.Ton.ERREUR,
                    getTranslation("saisir.a-corriger", lecture.erreurs().size()));
            allerAuPremier(lecture);
        }
        formulaire
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(bouton -> bouton.setEnabled(true));
    }

    /** To the first answer that is wrong, which may be far below. */
    private void allerAuPremier(LectureDeFiche lecture) {
        lecture.erreurs().keySet().stream().min(Comparator.naturalOrder()).ifPresent(premier -> {
            if (champ(premier) instanceof Focusable<?> focalisable) {
                focalisable.focus();
            }
        });
    }

    private void refuser(SaisieDeCandidature.Refus refus) {
        String phrase = getTranslation("saisir.refus." + refus.name());
        switch (refus) {
            case ORIGINAL_DEJA_SAISI -> signaler(original, phrase);
            case JOUR_A_VENIR, AVANT_L_APPEL -> signaler(recueLe, phrase);
            case AUCUN_APPEL, LISTE_ARRETEE -> {}
        }
        dire(Avis.Ton.ERREUR, phrase);
    }

    /** What one form has in common with the next is kept: who enters a pile types it once. */
    private void enregistree(ReceiptCode code) {
        dire(Avis.Ton.REUSSITE, getTranslation("saisir.enregistree", code.affiche()));
        for (var champ :
                new TextField[] {original, nom, usage, prenoms, jour, mois, annee, voie, complement, telephone, courriel
                }) {
            champ.clear();
        }
        secteur.clear();
        parite.clear();
        publication.clear();
        attestation.clear();
        confirme.clear();
        (original.isVisible() ? original : nom).focus();
    }

    private void montrer(LectureDeFiche lecture) {
        for (LectureDeFiche.Champ champ : LectureDeFiche.Champ.values()) {
            var erreur = lecture.erreurs().get(champ);
            signaler(champ(champ), erreur == null ? "" : getTranslation(erreur));
        }
    }

    private static void signaler(HasValidation champ, String erreur) {
        champ.setErrorMessage(erreur);
        champ.setInvalid(!erreur.isEmpty());
    }

    private HasValidation champ(LectureDeFiche.Champ champ) {
        return switch (champ) {
            case ORIGINAL -> original;
            case MAIRIE -> mairie;
            case RECUE_LE -> recueLe;
            case NOM -> nom;
            case USAGE -> usage;
            case PRENOMS -> prenoms;
            case JOUR -> jour;
            case MOIS -> mois;
            case ANNEE -> annee;
            case VOIE -> voie;
            case COMPLEMENT -> complement;
            case SECTEUR -> secteur;
            case PARITE -> parite;
            case TELEPHONE -> telephone;
            case COURRIEL -> courriel;
            case PUBLICATION -> publication;
            case ATTESTATION -> attestation;
        };
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }
}
