package fr.roubaix.cln.domaine.affichage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the letters that tell people they are designated may leave: « Les candidats sélectionnés seront <em>ensuite</em>
 * notifiés officiellement par la Ville » (art. 7 §2), that is once the procès-verbal is published and posted everywhere. No
 * message of another kind replaces them, and none leaves sooner.
 */
public sealed interface DepartDesLettres {

    /** A French sentence that says it, with what to do first where they may not. */
    String phrase();

    /** What these dates allow. */
    static DepartDesLettres apres(Publicite publicite) {
        List<LieuDAffichage> sansAffichage = Arrays.stream(LieuDAffichage.values())
                .filter(lieu -> !publicite.affiches().containsKey(lieu))
                .toList();
        if (publicite.publieLe().isEmpty() || !sansAffichage.isEmpty()) {
            return new Retenu(publicite.publieLe().isEmpty(), sansAffichage);
        }
        return new Permis(Stream.concat(publicite.publieLe().stream(), publicite.affiches().values().stream())
                .max(LocalDate::compareTo)
                .orElseThrow());
    }

    /**
     * Both kinds of dates exist.
     *
     * @param auPlusTot the latest of them: no letter bears an earlier date
     */
    record Permis(LocalDate auPlusTot) implements DepartDesLettres {
        @Override
        public String phrase() {
            return "Le procès-verbal est publié et affiché partout : les lettres de désignation peuvent partir"
                    + " (art. 7 §2).";
        }
    }

    /** There is no closed procès-verbal to publish. */
    record SansProcesVerbal() implements DepartDesLettres {
        @Override
        public String phrase() {
            return "Il manque la clôture du procès-verbal, puis sa publication et son affichage, avant d’envoyer les"
                    + " lettres de désignation (art. 7 §2).";
        }
    }

    /**
     * Some dates are missing.
     *
     * @param sansPublication whether the procès-verbal is not published
     * @param sansAffichage where it is not posted, in the order of the places
     */
    record Retenu(boolean sansPublication, List<LieuDAffichage> sansAffichage) implements DepartDesLettres {
        public Retenu {
            sansAffichage = List.copyOf(sansAffichage);
            if (!sansPublication && sansAffichage.isEmpty()) {
                throw new IllegalArgumentException("nothing is missing");
            }
        }

        @Override
        public String phrase() {
            String manque = Stream.concat(
                            sansPublication ? Stream.of("la publication du procès-verbal") : Stream.empty(),
                            sansAffichage.isEmpty() ? Stream.empty() : Stream.of("l’affichage " + lieux()))
                    .collect(Collectors.joining(" et "));
            return "Il manque " + manque + " avant d’envoyer les lettres de désignation (art. 7 §2).";
        }

        private String lieux() {
            if (sansAffichage.size() == LieuDAffichage.values().length) {
                return "à l’hôtel de ville et dans les cinq mairies de quartier";
            }
            var tous = sansAffichage.stream().map(LieuDAffichage::ou).toList();
            String dernier = tous.getLast();
            return tous.size() == 1 ? dernier : String.join(", ", tous.subList(0, tous.size() - 1)) + " et " + dernier;
        }
    }
}
