package fr.roubaix.cln.hub.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person may do. The names stand in {@code @RolesAllowed} and {@code @PreAuthorize}; what each may do is told by
 * {@code src/docs/roles.md}, which a test keeps true.
 */
public enum Role {
    /** Calls, candidatures, letters, meetings, propositions, publication. */
    SECRETARIAT("Secrétariat"),
    /** Proposes the freeze of the list, plans, enters the dice. */
    TIRAGE("Tirage"),
    /** Second voice of the draw: confirms the freeze and the derogations. */
    PRESIDENCE("Présidence"),
    /** Elected member of the opposition: sees everything about the draw, nothing personal. */
    OBSERVATEUR("Observation"),
    /** Opportunity review of propositions (art. 8 §1). */
    SERVICE("Service municipal"),
    /** Data protection officer: rights requests, retention, access log. */
    DPO("Protection des données"),
    /** Accounts, kiosks and settings; no content of a candidature. */
    ADMIN("Administration"),
    /** A member of the council: own file, documents of their level. */
    MEMBRE("Membre du conseil");

    /** The rule of what anyone who is signed in may do, whatever their role. */
    static final String CHACUN =
            "hasAnyRole('SECRETARIAT', 'TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'SERVICE', 'DPO', 'ADMIN', 'MEMBRE')";

    private final String titre;

    Role(String titre) {
        this.titre = titre;
    }

    /** Reads codes separated by commas, as {@link DroitsDeCompte} writes them. */
    static Set<Role> lire(String codes) {
        return codes.isEmpty()
                ? EnumSet.noneOf(Role.class)
                : Arrays.stream(codes.split(",", -1))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** In French, as it stands in documents and in the register. */
    public String titre() {
        return titre;
    }
}
