package fr.roubaix.cln.kiosk.agent;

import java.time.LocalDate;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Forms that anybody could have filled in. */
final class Formulaires {

    private Formulaires() {}

    static FicheDeCandidature valide() {
        return new FicheDeCandidature(
                new Habitant(
                        new Nom("Essai"),
                        null,
                        new Nom("Ada"),
                        new DateDeNaissance(LocalDate.of(1980, 5, 17)),
                        new Adresse("1 rue de l’Essai", "")),
                Secteur.NORD,
                Parite.SANS_PREFERENCE,
                Contact.AUCUN,
                Publication.SECTEUR_SEUL);
    }
}
