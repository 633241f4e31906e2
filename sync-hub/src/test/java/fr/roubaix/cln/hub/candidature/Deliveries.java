package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.EnvelopeId;

/** Applications as a kiosk delivers them. */
public final class Deliveries {

    private static final List<String> SYLLABLES =
            List.of("zam", "bel", "cir", "dol", "fur", "gav", "hen", "jik", "kos", "lup");

    private Deliveries() {}

    public static ReceptionDeCandidature.Recue of(
            long number, String name, int birthYear, Secteur secteur, Parite parite, Instant at) {
        var habitant = new Habitant(
                new Nom(name),
                null,
                new Nom("Camille"),
                new DateDeNaissance(LocalDate.of(birthYear, 3, 14)),
                new Adresse(number == 1 ? "8 rue du Vieil Abreuvoir" : "8 rue " + street(number), ""));
        return new ReceptionDeCandidature.Recue(
                new EnvelopeId(new UUID(7, number)),
                new ReceiptCode(number * 7919),
                new FicheDeCandidature(
                        habitant,
                        secteur,
                        OrigineDuSecteur.BASE_D_ADRESSES,
                        parite,
                        Contact.AUCUN,
                        Publication.SECTEUR_SEUL),
                secteur,
                at,
                at.plusSeconds(30));
    }

    /** The same, from somebody whose address no base knew: they chose their sector. */
    public static ReceptionDeCandidature.Recue declared(ReceptionDeCandidature.Recue delivery) {
        var fiche = delivery.fiche();
        return new ReceptionDeCandidature.Recue(
                delivery.envelope(),
                delivery.code(),
                new FicheDeCandidature(
                        fiche.habitant(),
                        fiche.secteur(),
                        OrigineDuSecteur.DECLARATION,
                        fiche.parite(),
                        fiche.contact(),
                        fiche.publication()),
                delivery.mairie(),
                delivery.deposeeLe(),
                delivery.recueLe());
    }

    /** No two people live in one street: nobody here looks like anybody else by chance. */
    private static String street(long number) {
        var name = new StringBuilder();
        for (char digit : Long.toString(number).toCharArray()) {
            name.append(SYLLABLES.get(digit - '0'));
        }
        return name.toString();
    }
}
