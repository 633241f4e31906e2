package fr.roubaix.cln.kiosk.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Tells the page of the terminal that its scanner read something, at once and without asking several times a second. Only
 * that: what was read goes to the screen that waits for it.
 */
@RestController
public class ScanSignals {

    /** Where it answers. */
    public static final String ADDRESS = "/lecteur/signal";

    private static final Duration AT_MOST = Duration.ofSeconds(25);

    /** One page is open on a terminal; those of a browser that died are not told any more. */
    private static final int PAGES = 8;

    private final Scans scans;
    private final Deque<DeferredResult<ResponseEntity<String>>> waiting = new ArrayDeque<>();
    private boolean closing;

    ScanSignals(Scans scans) {
        this.scans = scans;
        scans.onBrought(this::tell);
    }

    @GetMapping(ADDRESS)
    DeferredResult<ResponseEntity<String>> next(@RequestParam(name = "vu", defaultValue = "") String seen) {
        var result = new DeferredResult<ResponseEntity<String>>(AT_MOST.toMillis(), this::answer);
        synchronized (waiting) {
            if (closing || !seen.equals(Long.toString(scans.count()))) {
                result.setResult(answer());
                return result;
            }
            while (waiting.size() >= PAGES) {
                waiting.removeFirst().setResult(answer());
            }
            waiting.add(result);
        }
        result.onCompletion(() -> {
            synchronized (waiting) {
                waiting.remove(result);
            }
        });
        return result;
    }

    private ResponseEntity<String> answer() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Long.toString(scans.count()));
    }

    private void tell() {
        List<DeferredResult<ResponseEntity<String>>> told;
        synchronized (waiting) {
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(result -> result.setResult(answer()));
    }

    /** A terminal that stops does not wait for its pages. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        synchronized (waiting) {
            closing = true;
        }
        tell();
    }
}
