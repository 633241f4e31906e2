package fr.roubaix.cln.hub.candidature;

import fr.roubaix.cln.sync.Bytes;

/** What staff write besides a decision. It may speak of the person: it is kept sealed under their key, like who they are. */
public sealed interface Precisions {

    /** Nothing was written. */
    static Precisions aucunes() {
        return new Claires("");
    }

    /** In clear: just typed, or opened to be shown. Never stored. */
    record Claires(String texte) implements Precisions {}

    /** As they are kept. */
    record Scellees(Bytes octets) implements Precisions {}

    /** The words; none as long as they are sealed. */
    default String texte() {
        return switch (this) {
            case Claires(var texte) -> texte;
            case Scellees _ -> "";
        };
    }
}
