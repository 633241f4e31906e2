package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Reconduit;
import fr.roubaix.cln.web.SpreadsheetCsv;

/**
 * Renewed members as they are typed or copied from a spreadsheet: one line each, {@code secteur;sexe;classe}, with or
 * without that header. The first line that cannot be is named, and nothing is taken.
 */
final class LignesDeReconduits {

    private static final String EN_TETE = "secteur;sexe;classe";

    private final Supplier<IdDeListe> codes;
    private final List<Reconduit> reconduits = new ArrayList<>();
    private final EnumMap<Secteur, Integer> parSecteur = new EnumMap<>(Secteur.class);

    /** Reads with these codes. */
    LignesDeReconduits(Supplier<IdDeListe> codes) {
        this.codes = codes;
    }

    /** What was read. */
    sealed interface Lecture {
        record Lues(List<Reconduit> reconduits) implements Lecture {
            public Lues {
                reconduits = List.copyOf(reconduits);
            }
        }

        /**
         * Refused.
         *
         * @param ligne from 1
         */
        record Refusee(int ligne, Defaut defaut) implements Lecture {}
    }

    /** What a line has that cannot be. */
    enum Defaut {
        TROIS_CHAMPS,
        SECTEUR,
        SEXE,
        CLASSE,
        PLUS_DE_QUATRE
    }

    Lecture lire(String texte) {
        List<String> lignes = SpreadsheetCsv.withoutMark(texte).lines().toList();
        for (int i = 0; i < lignes.size(); i++) {
            String ligne = lignes.get(i).strip();
            if (ligne.isEmpty() || (i == 0 && ligne.toLowerCase(Locale.ROOT).equals(EN_TETE))) {
                continue;
            }
            Optional<Defaut> defaut = prendre(ligne.split(";", -1));
            if (defaut.isPresent()) {
                return new Lecture.Refusee(i + 1, defaut.get());
            }
        }
        return new Lecture.Lues(reconduits);
    }

    private Optional<Defaut> prendre(String[] champs) {
        if (champs.length != 3) {
            return Optional.of(Defaut.TROIS_CHAMPS);
        }
        String nom = champs[0].strip();
        var secteur = Arrays.stream(Secteur.values())
                .filter(s -> s.name().equalsIgnoreCase(nom) || s.nom().equalsIgnoreCase(nom))
                .findFirst();
        if (secteur.isEmpty()) {
            return Optional.of(Defaut.SECTEUR);
        }
        String lettre = champs[1].strip();
        var sexe = Arrays.stream(Sexe.values())
                .filter(s -> s.name().equalsIgnoreCase(lettre))
                .findFirst();
        if (sexe.isEmpty()) {
            return Optional.of(Defaut.SEXE);
        }
        String age = champs[2].strip();
        var classe = Arrays.stream(ClasseAge.values())
                .filter(c -> c.code().equals(age))
                .findFirst();
        if (classe.isEmpty()) {
            return Optional.of(Defaut.CLASSE);
        }
        // Art. 4 §1.
        if (parSecteur.merge(secteur.get(), 1, Integer::sum) > ListeDuTirage.SIEGES_PAR_SECTEUR) {
            return Optional.of(Defaut.PLUS_DE_QUATRE);
        }
        reconduits.add(new Reconduit(codes.get(), secteur.get(), sexe.get(), classe.get()));
        return Optional.empty();
    }
}
