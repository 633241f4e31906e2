package fr.roubaix.cln.hub.documents;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.contacts.Contacts;

/** The foot of every page: whom to ask, for the council or for one mairie. */
@Component
public class PiedsDePage {

    private final Contacts contacts;
    private final MessageSource textes;

    PiedsDePage(Contacts contacts, MessageSource textes) {
        this.contacts = contacts;
        this.textes = textes;
    }

    public PiedDePage general() {
        return pied("documents.telephone", contacts.telephone());
    }

    public PiedDePage pour(Secteur secteur) {
        return pied(
                "documents.telephone.mairie",
                secteur.nom(),
                contacts.mairie(secteur).telephone(),
                contacts.telephone());
    }

    private PiedDePage pied(String cle, Object... valeurs) {
        return new PiedDePage(
                textes.getMessage("documents.nom", null, Locale.FRENCH),
                contacts.adresse(),
                textes.getMessage(cle, valeurs, Locale.FRENCH));
    }
}
