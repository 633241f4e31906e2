package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of act that needs two people: what it is called, who has which voice, and how long a proposal waits. The only
 * place where this is said.
 *
 * @param code names the kind in the database and in the register, for ever: {@code A-Z} and underscores
 * @param titre what is done, in French: the title of the request
 * @param premiereVoix who may propose it
 * @param secondeVoix who may confirm it
 */
public record GenreDActe(String code, String titre, Set<Role> premiereVoix, Set<Role> secondeVoix, Duration delai) {

    public GenreDActe {
        if (!code.matches("[A-Z_]+") || titre.isBlank()) {
            throw new IllegalArgumentException("a kind of act has a plain code and a title: " + code);
        }
        premiereVoix = Set.copyOf(premiereVoix);
        secondeVoix = Set.copyOf(secondeVoix);
    }

    /** An act of the draw: whoever draws enters it, the presidency confirms it within a day. */
    public static GenreDActe duTirage(String code, String titre) {
        return new GenreDActe(code, titre, EnumSet.of(Role.TIRAGE), EnumSet.of(Role.PRESIDENCE), Duration.ofDays(1));
    }

    /**
     * An act on an account that takes part in a draw. The second voice is an elected person, of the majority or of the
     * opposition: none of them is under the administrator.
     */
    static GenreDActe surUnCompte(String code, String titre) {
        return new GenreDActe(
                code, titre, EnumSet.of(Role.ADMIN), EnumSet.of(Role.PRESIDENCE, Role.OBSERVATEUR), Duration.ofDays(2));
    }

    /** Whether the administrator has the first voice: it makes or changes an account. */
    boolean porteSurUnCompte() {
        return premiereVoix.contains(Role.ADMIN);
    }
}
