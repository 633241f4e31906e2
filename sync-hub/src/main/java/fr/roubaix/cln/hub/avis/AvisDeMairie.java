package fr.roubaix.cln.hub.avis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * A notice.
 *
 * @param texte paragraphs separated by an empty line
 * @param du first day on which kiosks show it
 * @param au last day
 * @param retireLe when it was taken back before that day
 * @param affichages since when it hangs, by place; a place that said nothing is left out
 */
public record AvisDeMairie(
        long id,
        String titre,
        String texte,
        LocalDate du,
        LocalDate au,
        Instant publieLe,
        Identifiant publiePar,
        Optional<Instant> retireLe,
        Map<LieuDAffichage, Affichage> affichages) {

    /** A title stays on two lines of a board. */
    public static final int TITRE_MAXIMUM = 120;

    public static final int TEXTE_MAXIMUM = 2_000;

    public AvisDeMairie {
        affichages = Map.copyOf(affichages);
    }

    /**
     * Since when a notice hangs in a place.
     *
     * @param par an agent of the mairie, or a member of staff
     * @param borne through which the agent said so; empty when staff wrote it down
     */
    public record Affichage(LocalDate jour, String par, Optional<Integer> borne, Instant noteLe) {}
}
