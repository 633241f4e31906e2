package fr.roubaix.cln.hub.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Says whether a change of an account needs a second voice: an administrator cannot draw alone. */
@Component
public class ComptesProteges {

    private static final Set<Role> DU_TIRAGE = EnumSet.of(Role.TIRAGE, Role.PRESIDENCE, Role.OBSERVATEUR);

    private final PeriodeProtegee periode;

    ComptesProteges(PeriodeProtegee periode) {
        this.periode = periode;
    }

    /**
     * Creating, changing or resetting.
     *
     * @param avant roles before; empty for a new account
     * @param apres roles after; the same for a password or a second factor
     */
    public boolean demandentDeuxVoix(Collection<Role> avant, Collection<Role> apres) {
        return Stream.concat(avant.stream(), apres.stream()).anyMatch(DU_TIRAGE::contains) && periode.enCours();
    }
}
