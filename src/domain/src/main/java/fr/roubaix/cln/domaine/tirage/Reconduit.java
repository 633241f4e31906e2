package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * A member whose mandate is renewed (art. 7 §4): they hold one of the first seats of their sector.
 *
 * @param id a code minted for this list
 * @param sexe with whom the member was counted when they were drawn
 */
public record Reconduit(IdDeListe id, Secteur secteur, Sexe sexe, ClasseAge classe) {
    Ligne ligne() {
        return new Ligne(id, secteur, sexe, classe, Qualite.RECONDUIT);
    }
}
