package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;

/** How the page of the terminal learns at once that something was read. */
class ScanSignalsTest {

    private final Scans scans = ScansDEssai.available();
    private final ScanSignals signals = new ScanSignals(scans);

    @Test
    void a_page_that_knows_nothing_is_told_at_once_where_things_are() {
        assertThat(told(signals.next(""))).isEqualTo("0");
    }

    @Test
    void a_page_waits_until_something_is_read_for_a_screen() {
        var page = signals.next("0");
        scans.bring(scan());
        assertThat(page.hasResult()).as("no screen waits: nothing is taken").isFalse();
        try (var _ = scans.standBy()) {
            scans.bring(scan());
            assertThat(told(page)).isEqualTo("1");
            assertThat(told(signals.next("0")))
                    .as("nothing is missed in between")
                    .isEqualTo("1");
        }
    }

    @Test
    void a_terminal_that_stops_waits_for_no_page() {
        var page = signals.next("0");
        signals.close();
        assertThat(page.hasResult()).isTrue();
        assertThat(signals.next("0").hasResult()).isTrue();
    }

    @Test
    void pages_that_nobody_sees_any_more_make_room() {
        List<DeferredResult<ResponseEntity<String>>> pages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pages.add(signals.next("0"));
        }
        assertThat(pages.stream().filter(page -> !page.hasResult()).count()).isBetween(1L, 10L);
        assertThat(pages.getLast().hasResult()).isFalse();
    }

    private static Scan scan() {
        return Scan.whole("CLN1:X", Source.SERIAL);
    }

    private static String told(DeferredResult<ResponseEntity<String>> page) {
        assertThat(page.hasResult()).isTrue();
        return String.valueOf(((ResponseEntity<?>) page.getResult()).getBody());
    }
}
