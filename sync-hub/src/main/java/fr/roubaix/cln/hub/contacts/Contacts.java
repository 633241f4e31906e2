package fr.roubaix.cln.hub.contacts;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Whom to ask, on the public site, kiosks, receipts and documents (contact page of the règlement). A setting: project
 * officers change, and so do their numbers.
 *
 * @param telephone the general number of the council
 * @param adresse where the Ville is written to
 * @param mairies the project officer of each mairie de quartier
 */
@ConfigurationProperties("cln.hub.contacts")
public record Contacts(String telephone, String adresse, Map<Secteur, Mairie> mairies) {

    public Contacts {
        mairies = new EnumMap<>(mairies);
        for (Secteur secteur : Secteur.values()) {
            if (!mairies.containsKey(secteur)) {
                throw new IllegalArgumentException("cln.hub.contacts.mairies lacks " + secteur);
            }
        }
    }

    public Mairie mairie(Secteur secteur) {
        return java.util.Objects.requireNonNull(mairies.get(secteur));
    }

    /** One mairie de quartier. */
    public record Mairie(String telephone) {}
}
