package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.web.language.InFrench;

/** How to reach the person beside their postal address, what may be published, and the attestation. */
public final class ChampsDeContact extends Reponse<ChampsDeContact.Accords> implements LocaleChangeObserver {

    /** What the person gave and agreed to; holding one means that they attested (art. 7 §1). */
    public record Accords(Contact contact, Publication publication) {}

    private final Champ telephone;
    private final Champ courriel;
    private final Choix<Publication> publication = new Choix<>("publication", List.of(Publication.values()));
    private final Checkbox attestation = new Checkbox(getTranslation("saisie.attestation.libelle"));

    public ChampsDeContact(Poste poste) {
        telephone = new Champ("telephone").connu(poste, Autocomplete.TEL);
        courriel = new Champ("courriel").connu(poste, Autocomplete.EMAIL);
        addClassName("saisie--contact");
        telephone.getElement().setAttribute("inputmode", "tel");
        courriel.getElement().setAttribute("inputmode", "email");
        attestation.setManualValidation(true);
        attestation.addValueChangeListener(_ -> attestation.setInvalid(false));
        attestation.addClassName("saisie__attestation");
        var gauche = new Div(telephone, courriel);
        gauche.addClassName("saisie__lignes");
        var droite = new Div(publication, attestation, new InFrench("saisie.attestation.libelle"));
        droite.addClassName("saisie__lignes");
        add(gauche, droite);
    }

    @Override
    public Optional<Accords> lire() {
        telephone.setInvalid(false);
        courriel.setInvalid(false);
        Optional<Telephone> leTelephone =
                telephone.vide() ? Optional.empty() : telephone.juger(Telephone.lire(telephone.getValue()));
        Optional<Courriel> leCourriel =
                courriel.vide() ? Optional.empty() : courriel.juger(Courriel.lire(courriel.getValue()));
        var laPublication = publication.lire();
        attestation.setInvalid(!attestation.getValue());
        attestation.setErrorMessage(getTranslation("saisie.attestation.erreur"));
        if (montrerLaPremiereErreur()) {
            return Optional.empty();
        }
        return laPublication.map(
                accord -> new Accords(new Contact(leTelephone.orElse(null), leCourriel.orElse(null)), accord));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        attestation.setLabel(getTranslation("saisie.attestation.libelle"));
        attestation.setErrorMessage(getTranslation("saisie.attestation.erreur"));
    }

    private boolean montrerLaPremiereErreur() {
        if (telephone.isInvalid()) {
            telephone.focus();
        } else if (courriel.isInvalid()) {
            courriel.focus();
        } else if (publication.isInvalid()) {
            publication.focus();
        } else if (attestation.isInvalid()) {
            attestation.focus();
        } else {
            return false;
        }
        return true;
    }

    @Override
    public void remplir(Accords accords) {
        var contact = accords.contact();
        telephone.remplir(contact.telephone() == null ? "" : contact.telephone().numero());
        courriel.remplir(contact.courriel() == null ? "" : contact.courriel().adresse());
        publication.remplir(accords.publication());
        attestation.setValue(true);
        attestation.setInvalid(false);
    }
}
