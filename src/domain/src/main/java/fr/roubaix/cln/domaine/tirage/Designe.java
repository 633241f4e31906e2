package fr.roubaix.cln.domaine.tirage;

/**
 * A candidate seated by the draw.
 *
 * @param personne their line of the list
 * @param rang their rank
 * @param attribution how the seat was given
 */
public record Designe(Ligne personne, Rang rang, Attribution attribution) {

    /** How a seat was given. */
    public enum Attribution {
        /** No more candidates of that sex in the sector than seats: all are kept (art. 7 §5). */
        SANS_TIRAGE("retenu sans tirage : pas plus de candidatures que de sièges"),
        /** The seat kept for a priority class under {@link Lecture#SIEGE_RESERVE} (art. 7 §3, criterion 3). */
        SIEGE_RESERVE("siège réservé aux 16-25 ans et aux 65 ans et plus"),
        /** By rank among the priority classes under {@link Lecture#PRIORITE_ABSOLUE} (art. 7 §3, criterion 3). */
        PRIORITE("tiré parmi les 16-25 ans et les 65 ans et plus"),
        /** By rank. */
        RANG("tiré au sort");

        private final String phrase;

        Attribution(String phrase) {
            this.phrase = phrase;
        }

        /** In French, for the procès-verbal. */
        public String phrase() {
            return phrase;
        }
    }
}
