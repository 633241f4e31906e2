package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** The people of one sex in one sector: seats are given group by group. */
record Groupement(Secteur secteur, Sexe sexe) {
    static Groupement de(Ligne ligne) {
        return new Groupement(ligne.secteur(), ligne.sexe());
    }
}
