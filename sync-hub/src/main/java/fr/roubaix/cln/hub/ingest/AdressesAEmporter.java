package fr.roubaix.cln.hub.ingest;

import java.util.List;

import fr.roubaix.cln.sync.Bundle;

/** The address base, for whoever takes it to a kiosk without network. */
@FunctionalInterface
public interface AdressesAEmporter {

    /** The lines of a return that carry the base that kiosks are given now; none when there is none. */
    List<Bundle.Line> lignes();
}
