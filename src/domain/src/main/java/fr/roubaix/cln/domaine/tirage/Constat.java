package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Something the officials must know before the dice, beside the number of seats of each sector. */
public sealed interface Constat {

    /** A French sentence, with its article where there is one. */
    String phrase();

    /** Parity over the whole council cannot be attained with these people (art. 7 §3). Stated, not hidden. */
    record PariteHorsDAtteinte(int ecart) implements Constat {
        @Override
        public String phrase() {
            return "La parité est hors d’atteinte avec ces candidatures : l’écart le plus faible possible entre les"
                    + " femmes et les hommes est de " + ecart + " (art. 7 §3, critère n° 2).";
        }
    }

    /** Seats nobody can fill: they stay vacant and never move to another sector (art. 4 §1). */
    record SiegesVacants(Secteur secteur, int nombre) implements Constat {
        @Override
        public String phrase() {
            String sieges = nombre == 1 ? "1 siège reste vacant" : nombre + " sièges restent vacants";
            return "Secteur " + secteur.nom() + " : " + sieges
                    + ", faute de candidatures ; un secteur ne prend pas les sièges d’un autre (art. 4 §1).";
        }
    }

    /** Several tables are equally good: the seed picks one. */
    record TablesExAequo(int nombre) implements Constat {
        @Override
        public String phrase() {
            return nombre + " répartitions entre les secteurs sont également bonnes : l’une d’elles est tirée au sort,"
                    + " avec les mêmes dés.";
        }
    }

    /** A sex for which no seat is left in a sector: renewed members and parity take them all. */
    record SansSiege(Secteur secteur, Sexe sexe, int candidats) implements Constat {
        @Override
        public String phrase() {
            String personnes = switch (sexe) {
                case F -> candidats == 1 ? "la candidate" : "les " + candidats + " candidates";
                case H -> candidats == 1 ? "le candidat" : "les " + candidats + " candidats";
            };
            return "Secteur " + secteur.nom() + " : aucun siège ne reste pour " + personnes
                    + ", après les mandats renouvelés (art. 7 §4) et la parité (art. 7 §3).";
        }
    }

    /** People of a group who cannot be seated, whatever the dice, though their group has seats. */
    record SansChance(Secteur secteur, Sexe sexe, boolean prioritaire, int candidats) implements Constat {
        @Override
        public String phrase() {
            String classes = prioritaire ? "de 16-25 ans ou de 65 ans et plus" : "de 26 à 64 ans";
            String personnes = switch (sexe) {
                case F -> candidats == 1 ? "1 candidate" : candidats + " candidates";
                case H -> candidats == 1 ? "1 candidat" : candidats + " candidats";
            };
            return "Secteur " + secteur.nom() + " : " + personnes + " " + classes
                    + (candidats == 1 ? " n’a" : " n’ont") + " aucune chance d’être tiré" + (sexe == Sexe.F ? "e" : "")
                    + (candidats == 1 ? "" : "s") + " sous cette lecture du critère n° 3 (art. 7 §3).";
        }
    }

    /** A point on which the text can be read otherwise. */
    enum Interpretation implements Constat {
        FEMMES_RECONDUITES("Interprétation : les femmes reconduites comptent parmi celles qui « se portent candidates »"
                + " (art. 7 §3, critère n° 2, et §4)."),
        CANDIDATURES_PAR_SECTEUR(
                "Interprétation : toutes les candidatures sont retenues là où elles ne dépassent pas les"
                        + " sièges, secteur par secteur (art. 7 §5)."),
        PARITE_OBLIGATOIRE("Interprétation : la parité est obligatoire dès qu’elle est possible, bien que le texte dise"
                + " que des ajustements « pourront » être réalisés (art. 7 §3, critère n° 2).");

        private final String phrase;

        Interpretation(String phrase) {
            this.phrase = phrase;
        }

        @Override
        public String phrase() {
            return phrase;
        }
    }
}
