package fr.roubaix.cln.hub.limites;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often the doors of this hub open. Each instance counts for itself.
 *
 * @param visiteurs how many are remembered at once; beyond, those seen least lately are forgotten
 * @param portes what passes each door
 */
@ConfigurationProperties("cln.hub.limites")
public record Limites(int visiteurs, Map<Porte, Debit> portes) {

    public Limites {
        portes = new EnumMap<>(portes);
        var absentes = EnumSet.allOf(Porte.class);
        absentes.removeAll(portes.keySet());
        if (!absentes.isEmpty() || visiteurs < 1) {
            throw new IllegalArgumentException("Ces portes n’ont pas de limite (cln.hub.limites.portes) : " + absentes);
        }
    }

    Debit debit(Porte porte) {
        return java.util.Objects.requireNonNull(portes.get(porte));
    }
}
