package fr.roubaix.cln.kiosk.tablet;

import static fr.roubaix.cln.kiosk.tablet.TabletStore.AGENT;
import static fr.roubaix.cln.kiosk.tablet.TabletStore.AGENTS;
import static fr.roubaix.cln.kiosk.tablet.TabletStore.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.testkit.time.HandClock;

class TabletsTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T09:00:00Z"));
    private TabletStore store;
    private Tablets tablets;

    @BeforeEach
    void nobody_paired() {
        store = new TabletStore(folder);
        tablets = store.tablets(clock);
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void a_restart_knows_the_tablets_and_the_disk_holds_no_secret() {
        String secret = tablets.pair("Tablette accueil", RESIDENTS, AGENT);

        assertThat(store.tablets(clock).recognise(secret))
                .isEqualTo(tablets.recognise(secret))
                .isPresent();
        assertThat(store.jdbc().sql("SELECT * FROM tablet").query().listOfRows().toString())
                .doesNotContain(secret);
        assertThat(tablets.recognise(secret + "A")).isEmpty();
        assertThat(tablets.recognise("")).isEmpty();
    }

    @Test
    void a_revoked_tablet_is_unknown_at_once_and_after_a_restart() {
        String secret = tablets.pair("Tablette accueil", RESIDENTS, AGENT);
        String other = tablets.pair("Tablette du guichet", AGENTS, AGENT);
        var id = tablets.recognise(secret).orElseThrow().id();

        assertThat(tablets.revoke(id, AGENT)).isTrue();

        for (var known : List.of(tablets, store.tablets(clock))) {
            assertThat(known.recognise(secret)).isEmpty();
            assertThat(known.holds(id)).isFalse();
            assertThat(known.recognise(other)).isPresent();
        }
    }

    @Test
    void a_disk_that_refuses_keeps_no_revoked_tablet_in() {
        String secret = tablets.pair("Tablette accueil", RESIDENTS, AGENT);
        var id = tablets.recognise(secret).orElseThrow().id();
        store.jdbc().sql("ALTER TABLE tablet RENAME TO elsewhere").update();

        assertThat(tablets.revoke(id, AGENT)).isFalse();

        assertThat(tablets.recognise(secret)).isEmpty();
    }

    @Test
    void last_seen_is_written_once_a_minute_and_never_brings_a_revoked_tablet_back() {
        String secret = tablets.pair("Tablette accueil", RESIDENTS, AGENT);
        var paired = tablets.recognise(secret).orElseThrow();
        clock.advance(Duration.ofSeconds(59));
        tablets.seen(paired);
        assertThat(tablets.all()).containsExactly(paired);

        clock.advance(Duration.ofSeconds(1));
        tablets.seen(paired);

        assertThat(tablets.all()).extracting(Tablet::seenAt).containsExactly(clock.instant());
        assertThat(store.tablets(clock).all()).isEqualTo(tablets.all());
        tablets.revoke(paired.id(), AGENT);
        tablets.seen(paired);
        assertThat(tablets.all()).isEmpty();
    }

    @Test
    void a_screen_that_is_no_longer_known_has_to_be_paired_again() {
        String secret = tablets.pair("Tablette accueil", RESIDENTS, AGENT);
        store.jdbc().sql("UPDATE tablet SET screen = 'ardoise'").update();

        assertThat(store.tablets(clock).recognise(secret)).isEmpty();
    }
}
