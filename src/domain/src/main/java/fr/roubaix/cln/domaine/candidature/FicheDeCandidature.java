package fr.roubaix.cln.domaine.candidature;

import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * The application form (art. 7 §1): one person, one sector. Holding one means that the person attested that they live
 * in Roubaix, apply for themselves and only once; without that attestation no form is built.
 *
 * @param origineDuSecteur how that sector is known
 */
public record FicheDeCandidature(
        Habitant habitant,
        Secteur secteur,
        OrigineDuSecteur origineDuSecteur,
        Parite parite,
        Contact contact,
        Publication publication) {

    /** A form whose sector the person chose. */
    public FicheDeCandidature(
            Habitant habitant, Secteur secteur, Parite parite, Contact contact, Publication publication) {
        this(habitant, secteur, OrigineDuSecteur.DECLARATION, parite, contact, publication);
    }
}
