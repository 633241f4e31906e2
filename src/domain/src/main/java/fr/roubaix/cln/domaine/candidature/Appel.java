package fr.roubaix.cln.domaine.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * A call for applications (art. 7 §1 and §5).
 *
 * @param ouvreLe first day on which one may apply, from midnight in Roubaix
 * @param jusquAu last day, inclusive
 * @param heure hour at which the last day ends; {@code null}: midnight
 * @param dateDeReference date on which ages are taken, fixed when the call opens
 * @param tirageLe day of the public draw
 * @param lieuDuTirage where the public draw takes place
 */
public record Appel(
        AppelId id,
        LocalDate ouvreLe,
        LocalDate jusquAu,
        @Nullable LocalTime heure,
        LocalDate dateDeReference,
        LocalDate tirageLe,
        String lieuDuTirage) {

    /** Where the règlement's days begin and end. */
    public static final ZoneId ROUBAIX = ZoneId.of("Europe/Paris");

    public Appel {
        if (jusquAu.isBefore(ouvreLe)) {
            throw new IllegalArgumentException("a call ends after it opens");
        }
        if (tirageLe.isBefore(jusquAu)) {
            throw new IllegalArgumentException("the draw follows the call");
        }
        if (lieuDuTirage.isBlank()) {
            throw new IllegalArgumentException("the draw takes place somewhere");
        }
    }

    /** The first instant at which one may apply. */
    public Instant ouverture() {
        return ouvreLe.atStartOfDay(ROUBAIX).toInstant();
    }

    /** The first instant at which one may no longer apply. */
    public Instant fin() {
        return heure == null
                ? jusquAu.plusDays(1).atStartOfDay(ROUBAIX).toInstant()
                : LocalDateTime.of(jusquAu, heure).atZone(ROUBAIX).toInstant();
    }

    /** Whether the dates let a person apply at this instant. */
    public boolean accepte(Instant instant) {
        return !instant.isBefore(ouverture()) && instant.isBefore(fin());
    }
}
