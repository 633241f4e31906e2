package fr.roubaix.cln.hub.security;

/** What a member of staff may do. The names stand in {@code @RolesAllowed} and {@code @PreAuthorize}. */
public enum Role {
    /** Candidatures and calls. */
    SECRETARIAT,
    /** Freezes the list, plans, enters the dice. */
    TIRAGE,
    /** Sees the draw and the dashboard. */
    PRESIDENCE,
    /** Accounts and kiosks; no content of a candidature. */
    ADMIN
}
