package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

/**
 * Where a ceremony stands.
 *
 * @param version how many acts it holds: moves with anything that is written, a remark included
 * @param pas moves with each step, throw or presence, not with remarks or seats revealed: what an operator's screen
 *     is compared with
 * @param tirage empty while no list is frozen
 */
public record EtatDuTirage(CeremonieId id, int version, int pas, Optional<Tirage> tirage, Cahier cahier) {

    static EtatDuTirage avant(CeremonieId id) {
        return new EtatDuTirage(id, 0, 0, Optional.empty(), Cahier.VIDE);
    }
}
