package fr.roubaix.cln.hub.fleet;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;

/** A hub on each of the databases in turn, and one kiosk that it has enrolled. */
@ParameterizedClass
@EnumSource(FreshDatabase.class)
abstract class KioskAtTheDoor {

    @Parameter
    private FreshDatabase databases;

    HubSlice hub;
    KioskLink link;
    RemoteKiosk kiosk;

    @BeforeEach
    final void open() throws Exception {
        hub = HubSlice.start(databases.open());
        link = new KioskLink(hub);
        kiosk = link.kiosk;
    }

    @AfterEach
    final void close() {
        hub.close();
    }

    final Ack deliver(Signed... envelopes) {
        return link.deliver(envelopes);
    }

    static List<Outcome> outcomes(Ack ack) {
        return KioskLink.outcomes(ack);
    }

    /** Time passes at the hub and at the kiosk. */
    final void advance(Duration by) {
        hub.advance(by);
        link.claim = hub.now();
    }

    final int count(String table) {
        return hub.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    final int quarantined(String reason) {
        return hub.jdbc()
                .sql("SELECT count(*) FROM quarantine WHERE reason = ?")
                .param(reason)
                .query(Integer.class)
                .single();
    }
}
