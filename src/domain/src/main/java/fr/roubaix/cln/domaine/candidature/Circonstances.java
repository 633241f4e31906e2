package fr.roubaix.cln.domaine.candidature;

import java.util.Optional;

/**
 * How an application came in, as far as its admissibility may turn on it (art. 7 §1).
 *
 * @param original where the paper original is filed, when there is one
 * @param saisiePar the member of staff who entered it for the person; empty when the person did
 * @param signee the paper form bears the signature of the person and is filed
 * @param secteurConfirme no address base told the sector: the person chose it, or the agent who entered the form did; it is
 *     verified before the application is declared admissible
 * @param horlogeDouteuse the clock of the terminal cannot be right: the time of deposit proves nothing
 */
public record Circonstances(
        Origine origine,
        Optional<NumeroDOriginal> original,
        Optional<String> saisiePar,
        boolean signee,
        boolean secteurConfirme,
        boolean horlogeDouteuse) {

    /** On a kiosk, by the person, in the ordinary way. */
    public static final Circonstances BORNE =
            new Circonstances(Origine.BORNE, Optional.empty(), Optional.empty(), false, false, false);

    /** At home, by the person. */
    public static final Circonstances INTERNET =
            new Circonstances(Origine.INTERNET, Optional.empty(), Optional.empty(), false, false, false);

    public Circonstances {
        if (origine.surPapier() != saisiePar.isPresent()) {
            throw new IllegalArgumentException("staff enter what is on paper or on the telephone, and nothing else");
        }
    }

    public Circonstances avecSecteurConfirme(boolean confirme) {
        return new Circonstances(origine, original, saisiePar, signee, confirme, horlogeDouteuse);
    }

    public Circonstances avecHorlogeDouteuse(boolean douteuse) {
        return new Circonstances(origine, original, saisiePar, signee, secteurConfirme, douteuse);
    }
}
