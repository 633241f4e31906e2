package fr.roubaix.cln.hub.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Repartition;

/** The four seats of a sector as the room sees them fill: renewed members, those shown so far, those to come, vacant ones. */
record ColonneDuSecteur(Secteur secteur, Etat etat, List<Siege> sieges) {

    /** How far the sector is. */
    enum Etat {
        COMPLET,
        EN_COURS,
        A_SUIVRE
    }

    /**
     * The column of a sector.
     *
     * @param possibles its shares: several where tables tie
     * @param suivant whether every sector before is complete
     */
    static ColonneDuSecteur de(
            List<Repartition> possibles, List<Ligne> reconduits, List<Designe> montres, boolean suivant) {
        Repartition premiere = possibles.getFirst();
        var sieges = new ArrayList<Siege>();
        reconduits.stream()
                .filter(ligne -> ligne.secteur() == premiere.secteur())
                .forEach(ligne -> sieges.add(Siege.Occupe.de(ligne, "RECONDUIT")));
        montres.stream()
                .filter(designe -> designe.personne().secteur() == premiere.secteur())
                .forEach(designe -> sieges.add(Siege.Occupe.de(
                        designe.personne(), designe.attribution().name())));
        int attendus = premiere.sieges() - sieges.size();
        sieges.addAll(attendus(possibles, sieges, attendus));
        while (sieges.size() < ListeDuTirage.SIEGES_PAR_SECTEUR) {
            sieges.add(new Siege.Vacant());
        }
        Etat etat = attendus == 0 ? Etat.COMPLET : suivant ? Etat.EN_COURS : Etat.A_SUIVRE;
        return new ColonneDuSecteur(premiere.secteur(), etat, List.copyOf(sieges));
    }

    /** Women and men to come where the plan says how many; the dice chose between tables that tie. */
    private static List<Siege> attendus(List<Repartition> possibles, List<Siege> occupes, int combien) {
        if (possibles.size() > 1) {
            return Stream.<Siege>generate(() -> new Siege.Attendu(null))
                    .limit(combien)
                    .toList();
        }
        long femmes = possibles.getFirst().femmes()
                - occupes.stream().filter(siege -> siege.sexe() == Sexe.F).count();
        return Stream.concat(
                        Stream.<Siege>generate(() -> new Siege.Attendu(Sexe.F)).limit(femmes),
                        Stream.<Siege>generate(() -> new Siege.Attendu(Sexe.H)).limit(combien - femmes))
                .toList();
    }

    /** One of the four. */
    sealed interface Siege {

        String genre();

        /** The sex of who sits or will, as far as it is known. */
        @Nullable
        Sexe sexe();

        /**
         * Somebody sits there.
         *
         * @param code in its groups
         * @param comment how the seat was given
         */
        record Occupe(List<String> code, Sexe sexe, String classe, String comment) implements Siege {
            static Occupe de(Ligne ligne, String comment) {
                return new Occupe(
                        Arrays.asList(ligne.id().affiche().split("-", -1)),
                        ligne.sexe(),
                        ligne.classe().code(),
                        comment);
            }

            /** Names the seat from one state to the next: whoever was not there before has just come. */
            public String cle() {
                return String.join("-", code);
            }

            @Override
            public String genre() {
                return "OCCUPE";
            }
        }

        /** Somebody will. */
        record Attendu(@Nullable Sexe sexe) implements Siege {
            @Override
            public String genre() {
                return "ATTENDU";
            }
        }

        /** Nobody can; a seat never moves to another sector (art. 4 §1). */
        record Vacant() implements Siege {
            @Override
            public String genre() {
                return "VACANT";
            }

            @Override
            public @Nullable Sexe sexe() {
                return null;
            }
        }
    }
}
