package fr.roubaix.cln.hub.ingest;

import java.security.SecureRandom;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.sync.HubEpoch;

/** Which life of the hub's database this is; kiosks compare it to learn that the hub was restored. */
@Component
class HubLife {

    private final HubEpoch epoch;

    HubLife(JdbcClient jdbc) {
        jdbc.sql("INSERT INTO hub_life (single, epoch) VALUES (1, ?) ON CONFLICT DO NOTHING")
                .param(HubEpoch.mint(new SecureRandom()).hex())
                .update();
        this.epoch = new HubEpoch(
                jdbc.sql("SELECT epoch FROM hub_life").query(String.class).single());
    }

    HubEpoch epoch() {
        return epoch;
    }
}
