package fr.roubaix.cln.hub.register;

import java.util.Locale;

import fr.roubaix.cln.hub.register.Registre.Tete;

/** What a verification of the chain found. */
public sealed interface Constat {

    /** In French, as an official reads it. */
    String phrase();

    /** Every row is as it was written, and none is missing. */
    record Intacte(Tete tete) implements Constat {
        @Override
        public String phrase() {
            return tete.numero() == 0
                    ? "Le registre est vide."
                    : String.format(
                            Locale.FRANCE,
                            "La chaîne est intacte : %,d ligne%s, sans ajout, retrait ni modification.",
                            tete.numero(),
                            tete.numero() > 1 ? "s" : "");
        }
    }

    /** Someone reached the database beside the program. Rows before this number are as they were written. */
    record Rompue(long numero, Defaut defaut) implements Constat {
        @Override
        public String phrase() {
            String ligne = "La ligne " + numero;
            return switch (defaut) {
                case MANQUANTE -> ligne + " manque : elle a été retirée, ou son numéro a été changé.";
                case MODIFIEE ->
                    ligne + " a été modifiée après avoir été écrite : son empreinte n’est plus celle de son contenu.";
                case DETACHEE ->
                    numero == 1
                            ? "La ligne 1 ne part pas de l’origine : ce qui la précédait a été retiré, ou elle a été"
                                    + " remplacée."
                            : ligne + " ne suit plus la ligne " + (numero - 1) + " : l’une des deux a été remplacée, ou"
                                    + " une ligne a été ajoutée ou retirée à cet endroit.";
                case EN_TROP -> ligne + " est en trop : elle a été ajoutée après la dernière ligne inscrite.";
                case REMPLACEE -> ligne + ", la dernière, a été remplacée : la tête du registre en nomme une autre.";
            };
        }
    }

    /** What is wrong with a row. */
    enum Defaut {
        MANQUANTE,
        MODIFIEE,
        DETACHEE,
        EN_TROP,
        REMPLACEE
    }
}
