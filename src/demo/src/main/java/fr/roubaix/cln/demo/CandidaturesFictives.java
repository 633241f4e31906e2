package fr.roubaix.cln.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * 120 fictitious application forms over the five sectors, as uneven as a real call: one sector with a single woman, one
 * with three, young and old people under-represented. The same generator gives the same people.
 */
public final class CandidaturesFictives {

    /** How many people of each kind apply in a sector. */
    private record Effectif(Secteur secteur, int femmes, int hommes, int sansPreference) {}

    private static final List<Effectif> EFFECTIFS = List.of(
            new Effectif(Secteur.CENTRE, 19, 17, 3),
            new Effectif(Secteur.EST, 3, 15, 0),
            new Effectif(Secteur.NORD, 1, 16, 0),
            new Effectif(Secteur.OUEST, 12, 11, 1),
            new Effectif(Secteur.SUD, 10, 11, 1));

    private static final List<String> PRENOMS_F = List.of(
            "Amina",
            "Camille",
            "Chantal",
            "Clémence",
            "Danuta",
            "Élodie",
            "Fatoumata",
            "Françoise",
            "Inès",
            "Jeanne",
            "Leïla",
            "Lucie",
            "Maria José",
            "Marie-Thérèse",
            "Monique",
            "Nadia",
            "Nour",
            "Odile",
            "Rachida",
            "Sophie",
            "Thi Mai",
            "Yasmine",
            "Zofia",
            "Zohra");
    private static final List<String> PRENOMS_H = List.of(
            "Abdelkader",
            "Ahmed",
            "Alain",
            "Antoine",
            "Bakary",
            "Bruno",
            "Daniel",
            "Éric",
            "Farid",
            "Gérard",
            "Hugo",
            "Jean-Luc",
            "João",
            "Karim",
            "Lucas",
            "Marcel",
            "Mehdi",
            "Mohamed",
            "Noé",
            "Omar",
            "Patrick",
            "René",
            "Samuel",
            "Tomasz",
            "Vincent",
            "Yanis");
    private static final List<String> NOMS = List.of(
            "Aubert",
            "Belkacem",
            "Benali",
            "Boulanger",
            "Carlier",
            "Caron",
            "Chevalier",
            "Cissé",
            "Da Silva",
            "Debruyne",
            "Decroix",
            "Delattre",
            "Descamps",
            "Dhondt",
            "Diallo",
            "D’Hulst",
            "Dubois",
            "Ferreira",
            "Fournier",
            "Gomes",
            "Haddad",
            "Hennebelle",
            "Kaczmarek",
            "Kaddour",
            "Khelifi",
            "Lambert",
            "Lefebvre",
            "Legrand",
            "Lemaire",
            "Leroy",
            "Mansouri",
            "Martinage",
            "Meurisse",
            "Moreau",
            "Nguyen",
            "Nowak",
            "Ouali",
            "Pereira",
            "Petit",
            "Rahmani",
            "Rousseau",
            "Saïdi",
            "Santos",
            "Traoré",
            "Vandamme",
            "Vanhoutte",
            "Wojcik",
            "Zidane-Morel");
    /** Invented street names in the spirit of a textile town: none is meant to be a real address. */
    private static final List<String> RUES = List.of(
            "rue des Navettes",
            "rue du Métier-Fictif",
            "rue de la Trame",
            "rue des Ourdisseuses",
            "avenue des Peignages",
            "rue de l’Exemple",
            "allée des Canettes",
            "rue du Fil-Inventé",
            "place de la Démonstration",
            "rue des Lisses",
            "rue du Dévidoir",
            "boulevard de l’Essai");

    /** One address in so many is in no base: a building too new, a boat, a room in a hotel. */
    private static final int DECLARE = 40;

    private final RandomGenerator random;
    private final LocalDate reference;

    /**
     * @param random decides everything: the same one, seeded the same, gives the same people
     * @param reference date of the call on which ages are taken
     */
    public CandidaturesFictives(RandomGenerator random, LocalDate reference) {
        this.random = random;
        this.reference = reference;
    }

    /** The 120 forms, in the order in which they would have come in. */
    public List<FicheDeCandidature> toutes() {
        var fiches = new ArrayList<FicheDeCandidature>();
        for (Effectif effectif : EFFECTIFS) {
            ajouter(fiches, effectif.secteur(), Parite.FEMMES, effectif.femmes());
            ajouter(fiches, effectif.secteur(), Parite.HOMMES, effectif.hommes());
            ajouter(fiches, effectif.secteur(), Parite.SANS_PREFERENCE, effectif.sansPreference());
        }
        for (int i = fiches.size() - 1; i > 0; i--) {
            Collections.swap(fiches, i, random.nextInt(i + 1));
        }
        return List.copyOf(fiches);
    }

    private void ajouter(List<FicheDeCandidature> fiches, Secteur secteur, Parite parite, int combien) {
        for (int i = 0; i < combien; i++) {
            fiches.add(new FicheDeCandidature(
                    habitant(parite),
                    secteur,
                    fiches.size() % DECLARE == 0 ? OrigineDuSecteur.DECLARATION : OrigineDuSecteur.BASE_D_ADRESSES,
                    parite,
                    contact(fiches.size()),
                    random.nextInt(3) > 0 ? Publication.NOM : Publication.SECTEUR_SEUL));
        }
    }

    private Habitant habitant(Parite parite) {
        boolean prenomFeminin = parite == Parite.SANS_PREFERENCE ? random.nextBoolean() : parite == Parite.FEMMES;
        return new Habitant(
                new Nom(parmi(NOMS)),
                prenomFeminin && random.nextInt(4) == 0 ? new Nom(parmi(NOMS)) : null,
                new Nom(parmi(prenomFeminin ? PRENOMS_F : PRENOMS_H)),
                naissance(),
                new Adresse(
                        1 + random.nextInt(180) + " " + parmi(RUES), random.nextInt(5) == 0 ? "appartement 3" : ""));
    }

    private DateDeNaissance naissance() {
        int age = switch (random.nextInt(10)) {
            case 0, 1 -> 16 + random.nextInt(10);
            case 2, 3 -> 65 + random.nextInt(24);
            default -> 26 + random.nextInt(39);
        };
        return new DateDeNaissance(reference.minusYears(age).minusDays(random.nextInt(360)));
    }

    /** Numbers reserved for fiction by the French regulator (ARCEP), and a domain reserved by RFC 2606. */
    private Contact contact(int rang) {
        return new Contact(telephone(rang), courriel(rang));
    }

    private @Nullable Telephone telephone(int rang) {
        return random.nextInt(3) == 0 ? null : new Telephone("06399800%02d".formatted(rang % 100));
    }

    private @Nullable Courriel courriel(int rang) {
        return random.nextInt(2) == 0 ? null : new Courriel("habitant" + rang + "@exemple.example");
    }

    private String parmi(List<String> choix) {
        return choix.get(random.nextInt(choix.size()));
    }
}
