package fr.roubaix.cln.testkit.doublon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.Ressemblance;
import fr.roubaix.cln.domaine.doublon.Traits;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;

/**
 * People of a call: names as unevenly spread as in a city, one in fifty of whom applies a second time as people really do
 * (another spelling, a short first name, the usage name, a slip in the date), and near them those who are easily taken for one
 * another and are not: twins, homonyms, a parent and a child under one roof. The same seed gives the same people.
 */
public final class JeuDeDoublons {

    /** One application, and who really stands behind it. */
    public record Depot(ReceiptCode code, Habitant habitant, int personne) {
        public Traits traits() {
            return Traits.de(code, habitant, Contact.AUCUN);
        }
    }

    /** What a search found of the right answers. */
    public record Bilan(int attendues, int trouvees, int justes) {
        /** Of what was shown to staff, how much was one person indeed. */
        public double precision() {
            return trouvees == 0 ? 1 : (double) justes / trouvees;
        }

        /** Of the people who applied twice, how many were shown. */
        public double rappel() {
            return attendues == 0 ? 1 : (double) justes / attendues;
        }
    }

    private record Paire(ReceiptCode a, ReceiptCode b) {}

    private final Random hasard;
    private final List<Depot> depots = new ArrayList<>();
    private final Set<Paire> attendues = new HashSet<>();
    private int personnes;
    private long codes;

    private JeuDeDoublons(long graine) {
        this.hasard = new Random(graine);
    }

    /** About so many applications. */
    public static JeuDeDoublons de(int nombre, long graine) {
        var jeu = new JeuDeDoublons(graine);
        while (jeu.depots.size() < nombre) {
            jeu.ajouter();
        }
        Collections.shuffle(jeu.depots, jeu.hasard);
        return jeu;
    }

    public List<Depot> depots() {
        return List.copyOf(depots);
    }

    public Bilan comparer(List<Ressemblance> trouvees) {
        int justes = (int) trouvees.stream()
                .filter(une -> attendues.contains(new Paire(une.a(), une.b())))
                .count();
        return new Bilan(attendues.size(), trouvees.size(), justes);
    }

    private void ajouter() {
        var habitant = habitant();
        var premier = deposer(habitant, personnes++);
        int sort = hasard.nextInt(1_000);
        if (sort < 20) {
            var second = deposer(autrement(habitant), premier.personne());
            attendues.add(paire(premier.code(), second.code()));
        } else if (sort < 26) {
            // A twin: same name, same day, same roof.
            deposer(
                    avec(
                            habitant,
                            habitant.nomDeNaissance().valeur(),
                            prenom(),
                            habitant.naissance().jour()),
                    personnes++);
        } else if (sort < 36) {
            // A parent or a child under the same roof.
            deposer(
                    avec(
                            habitant,
                            habitant.nomDeNaissance().valeur(),
                            prenom(),
                            habitant.naissance().jour().plusYears(24).plusDays(hasard.nextInt(1_000))),
                    personnes++);
        } else if (sort < 41) {
            // A homonym somewhere else, born another day.
            deposer(
                    new Habitant(
                            habitant.nomDeNaissance(),
                            null,
                            habitant.prenoms(),
                            new DateDeNaissance(naissance()),
                            new Adresse(adresse(), "")),
                    personnes++);
        }
    }

    private Depot deposer(Habitant habitant, int personne) {
        codes += 1 + hasard.nextInt(1_000);
        var depot = new Depot(new ReceiptCode(codes), habitant, personne);
        depots.add(depot);
        return depot;
    }

    private static Paire paire(ReceiptCode x, ReceiptCode y) {
        return x.compareTo(y) < 0 ? new Paire(x, y) : new Paire(y, x);
    }

    private Habitant habitant() {
        String prenoms = prenom() + (hasard.nextInt(3) == 0 ? " " + prenom() : "");
        return new Habitant(
                new Nom(nom()), null, new Nom(prenoms), new DateDeNaissance(naissance()), new Adresse(adresse(), ""));
    }

    private static Habitant avec(Habitant habitant, String nom, String prenoms, LocalDate naissance) {
        return new Habitant(new Nom(nom), null, new Nom(prenoms), new DateDeNaissance(naissance), habitant.adresse());
    }

    /** The same person on another form: mostly one difference, sometimes two, now and then none. */
    private Habitant autrement(Habitant habitant) {
        int differences = hasard.nextInt(10) == 0 ? 0 : hasard.nextInt(4) == 0 ? 2 : 1;
        var autre = habitant;
        for (int i = 0; i < differences; i++) {
            autre = differer(autre);
        }
        return autre;
    }

    private Habitant differer(Habitant h) {
        String nom = h.nomDeNaissance().valeur();
        String prenoms = h.prenoms().valeur();
        LocalDate jour = h.naissance().jour();
        return switch (hasard.nextInt(12)) {
            case 0 -> avec(h, Fautes.sansAccents(nom), Fautes.sansAccents(prenoms), jour);
            case 1 -> avec(h, Fautes.frappe(nom, hasard), prenoms, jour);
            case 2 -> avec(h, nom, Fautes.frappe(prenoms, hasard), jour);
            case 3 -> avec(h, Fautes.oreille(nom, hasard), prenoms, jour);
            case 4 -> avec(h, Fautes.espaces(nom), prenoms, jour);
            case 5 -> avec(h, nom, Fautes.abrege(prenoms), jour);
            case 6 -> avec(h, nom, Fautes.autreOrdre(prenoms), jour);
            case 7 -> avec(h, nom, prenoms, Fautes.inversee(jour));
            case 8 -> avec(h, nom, prenoms, Fautes.unChiffre(jour, hasard));
            case 9 -> new Habitant(new Nom(nom()), new Nom(nom), new Nom(prenoms), h.naissance(), h.adresse());
            case 10 ->
                new Habitant(h.nomDeNaissance(), h.nomDUsage(), h.prenoms(), h.naissance(), new Adresse(adresse(), ""));
            default ->
                new Habitant(
                        h.nomDeNaissance(),
                        h.nomDUsage(),
                        h.prenoms(),
                        h.naissance(),
                        new Adresse(h.adresse().voie().replace("rue", "r.").replace("avenue", "av"), ""));
        };
    }

    private String nom() {
        return Noms.FAMILLES.get(rang(Noms.FAMILLES.size()));
    }

    private String prenom() {
        return Noms.PRENOMS.get(rang(Noms.PRENOMS.size()));
    }

    /** The first names of the list are the most frequent. */
    private int rang(int taille) {
        double part = hasard.nextDouble();
        return (int) (part * part * taille);
    }

    private LocalDate naissance() {
        return LocalDate.of(1935, 1, 1).plusDays(hasard.nextInt(27_700));
    }

    private String adresse() {
        return 1 + hasard.nextInt(160) + " " + Noms.VOIES.get(rang(Noms.VOIES.size()));
    }
}
