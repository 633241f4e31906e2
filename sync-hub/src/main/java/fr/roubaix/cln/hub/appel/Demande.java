package fr.roubaix.cln.hub.appel;

import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/** What staff typed about a call; nothing is known to be right yet. */
record Demande(
        String id,
        String titre,
        @Nullable LocalDate ouvreLe,
        @Nullable LocalDate jusquAu,
        @Nullable LocalTime heure,
        @Nullable LocalDate dateDeReference,
        @Nullable LocalDate tirageLe,
        String lieu) {}
