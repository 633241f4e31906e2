package fr.roubaix.cln.kiosk.sync;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.HubEpoch;

/**
 * The lives of the hub's database that this kiosk has known. One that is over is never believed again, so that an old
 * file or a replayed answer proves nothing. Every method joins the caller's transaction.
 */
final class HubLives {

    private final JdbcClient jdbc;

    HubLives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a signed answer from this life is worth. */
    Standing standing(HubEpoch epoch) {
        var present = Link.read(jdbc).hubEpoch();
        if (present.filter(epoch::equals).isPresent()) {
            return Standing.PRESENT;
        }
        boolean known = jdbc.sql("SELECT count(*) FROM hub_life WHERE epoch = ?")
                        .param(epoch.hex())
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return Standing.OVER;
        }
        return present.isEmpty() ? Standing.FIRST : Standing.UNKNOWN;
    }

    /** From now on this is the life that is not over: the hub was restored, or is new to this kiosk. */
    void begin(HubEpoch epoch, long now) {
        jdbc.sql("INSERT INTO hub_life (epoch, first_seen_at) VALUES (?, ?)")
                .params(epoch.hex(), now)
                .update();
        jdbc.sql("UPDATE link SET hub_epoch = ?").param(epoch.hex()).update();
    }

    /** Where a life of the hub stands for this kiosk. */
    enum Standing {
        /** The one that is known not to be over. */
        PRESENT,
        /** No life was known before. */
        FIRST,
        /** Never seen: the hub was restored, unless the answer is older than the present life. */
        UNKNOWN,
        /** Another life came after it. */
        OVER
    }
}
