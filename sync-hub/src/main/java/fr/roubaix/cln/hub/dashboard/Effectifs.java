package fr.roubaix.cln.hub.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.web.SpreadsheetCsv;

/** Head counts of a call's applications, those declared inadmissible or taken back left out. */
record Effectifs(List<Dossier> comptes) {

    static Effectifs de(Collection<Dossier> dossiers) {
        return new Effectifs(dossiers.stream().filter(d -> d.statut().enJeu()).toList());
    }

    int total() {
        return comptes.size();
    }

    int de(Parite parite) {
        return (int) comptes.stream().filter(d -> d.parite() == parite).count();
    }

    int de(Secteur secteur) {
        return (int) comptes.stream().filter(d -> d.secteur() == secteur).count();
    }

    int de(Secteur secteur, Parite parite) {
        return (int) comptes.stream()
                .filter(d -> d.secteur() == secteur && d.parite() == parite)
                .count();
    }

    int de(Secteur secteur, Parite parite, ClasseAge classe) {
        return (int) comptes.stream()
                .filter(d -> d.secteur() == secteur && d.parite() == parite)
                .filter(d -> d.classe().equals(Optional.of(classe)))
                .count();
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
