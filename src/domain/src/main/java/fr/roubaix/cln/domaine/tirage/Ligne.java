package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** One person of the list: all that the draw knows of them. No name, no birth date. */
public record Ligne(IdDeListe id, Secteur secteur, Sexe sexe, ClasseAge classe, Qualite qualite) {

    /** Whether the person may be drawn. */
    public boolean estCandidat() {
        return qualite == Qualite.CANDIDAT;
    }

    /** The line of the canonical form, without its line feed. */
    String texte() {
        return id.valeur() + ';' + secteur.name() + ';' + sexe.name() + ';' + classe.code() + ';' + qualite.name();
    }
}
