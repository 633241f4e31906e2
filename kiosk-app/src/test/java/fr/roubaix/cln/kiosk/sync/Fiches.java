package fr.roubaix.cln.kiosk.sync;

import java.time.LocalDate;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

/** Applications to deposit in tests. */
final class Fiches {

    static final String NOM = "Zzcanari";

    private Fiches() {}

    static CandidatureDeposee candidature(long code) {
        var habitant = new Habitant(
                new Nom(NOM),
                null,
                new Nom("Ada"),
                new DateDeNaissance(LocalDate.of(1990, 5, 17)),
                new Adresse("1 rue du Canari", ""));
        return new CandidatureDeposee(
                new ReceiptCode(code),
                new FicheDeCandidature(habitant, Secteur.NORD, Parite.FEMMES, Contact.AUCUN, Publication.NOM));
    }
}
