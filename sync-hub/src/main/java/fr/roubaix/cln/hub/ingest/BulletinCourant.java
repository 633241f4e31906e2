package fr.roubaix.cln.hub.ingest;

import fr.roubaix.cln.sync.Signed;

/** The bulletin, for whoever takes it to a kiosk without network. */
public interface BulletinCourant {

    /** The one that kiosks read now, signed. */
    Signed signe();
}
