package fr.roubaix.cln.hub.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Where kiosks learn what became of applications: a code and a word, never a reason. */
@RestController
class StatutsController {

    private static final Logger LOG = LoggerFactory.getLogger(StatutsController.class);

    /** What fits in a {@code long}. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Statuts statuts;

    StatutsController(Statuts statuts) {
        this.statuts = statuts;
    }

    /** The signed page after a change, 304 when the kiosk has it already, 400 when that is no number. */
    @GetMapping("/api/borne/v1/statuts")
    ResponseEntity<String> page(@RequestParam(required = false) List<String> depuis, WebRequest request) {
        var after = Optional.ofNullable(depuis)
                .filter(given -> given.size() == 1)
                .map(List::getFirst)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
        if (after.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        String etag = statuts.etag(after.get());
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.TEXT_PLAIN)
                .body(statuts.page(after.get()).signed().text());
    }

    /** Nothing more is said to a kiosk than to come back later. */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Void> unavailable(RuntimeException e) {
        LOG.error("Statuses could not be told", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
