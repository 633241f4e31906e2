package fr.roubaix.cln.hub.avis;

import java.util.List;

import fr.roubaix.cln.sync.Bulletin.AvisPublie;

/** The notices as the bulletin tells them to kiosks. */
@FunctionalInterface
public interface AvisPourLesBornes {

    /** Those that are not over nor taken back, by number; kiosks know from when on each is shown. */
    List<AvisPublie> avis();
}
