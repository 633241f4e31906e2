package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The draws, as any feature may read them. */
public interface Tirages {

    /** The draw of a call; empty while no list is frozen. */
    Optional<Tirage> tirage(AppelId appel);

    /** The bytes of {@code pv.json} as they were written when the members were drawn. */
    Optional<byte[]> procesVerbal(AppelId appel);
}
