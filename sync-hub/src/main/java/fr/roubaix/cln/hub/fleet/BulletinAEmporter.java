package fr.roubaix.cln.hub.fleet;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.ingest.BulletinCourant;
import fr.roubaix.cln.sync.Signed;

/** The published bulletin, for a stick that goes back to a kiosk. */
@Component
class BulletinAEmporter implements BulletinCourant {

    private final PublishedBulletin bulletin;

    BulletinAEmporter(PublishedBulletin bulletin) {
        this.bulletin = bulletin;
    }

    @Override
    public Signed signe() {
        return Signed.parse(bulletin.current().signed()).orElseThrow();
    }
}
