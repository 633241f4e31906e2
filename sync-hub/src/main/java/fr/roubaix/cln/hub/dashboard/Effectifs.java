package fr.roubaix.cln.hub.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.Candidatures.Effectif;
import fr.roubaix.cln.web.SpreadsheetCsv;

/** Head counts of a call's applications, those declared inadmissible or taken back left out. */
record Effectifs(List<Effectif> comptes) {

    Effectifs {
        comptes = List.copyOf(comptes);
    }

    int total() {
        return somme(_ -> true);
    }

    int de(Parite parite) {
        return somme(e -> e.parite() == parite);
    }

    int de(Secteur secteur) {
        return somme(e -> e.secteur() == secteur);
    }

    int de(Secteur secteur, Parite parite) {
        return somme(e -> e.secteur() == secteur && e.parite() == parite);
    }

    int de(Secteur secteur, Parite parite, ClasseAge classe) {
        return somme(e ->
                e.secteur() == secteur && e.parite() == parite && e.classe().equals(Optional.of(classe)));
    }

    private int somme(Predicate<Effectif> lesquels) {
        return comptes.stream().filter(lesquels).mapToInt(Effectif::nombre).sum();
    }

    /** One line for each sector, parity and class: what the drawings and the table show. */
    byte[] csv() {
        var lignes = new ArrayList<List<String>>();
        for (Secteur secteur : Secteur.values()) {
            for (Parite parite : Parite.values()) {
                for (ClasseAge classe : ClasseAge.values()) {
                    lignes.add(List.of(
                            secteur.nom(),
                            parite.name(),
                            classe.code(),
                            Integer.toString(de(secteur, parite, classe))));
                }
            }
        }
        return SpreadsheetCsv.of(List.of("secteur", "parite", "classe_d_age", "candidatures"), lignes.stream());
    }

    /** The largest count of any sector, parity and class: the one scale of every bar. */
    int plusGrand() {
        int plusGrand = 1;
        for (Secteur secteur : Secteur.values()) {
            for (Parite parite : Parite.values()) {
                for (ClasseAge classe : ClasseAge.values()) {
                    plusGrand = Math.max(plusGrand, de(secteur, parite, classe));
                }
            }
        }
        return plusGrand;
    }
}
