package fr.roubaix.cln.hub.ingest;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** Where kiosks deliver. */
@RestController
class EnvelopesController {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopesController.class);

    private final Door door;
    private final Trousseau keys;

    EnvelopesController(Door door, Trousseau keys) {
        this.door = door;
        this.keys = keys;
    }

    /** Answers with a signed ack; 400 when the body is no batch, and then nothing was looked at. */
    @PostMapping("/api/borne/v1/envelopes")
    ResponseEntity<String> receive(
            @AuthenticationPrincipal Kiosk kiosk, @RequestBody(required = false) byte @Nullable [] body) {
        return Optional.ofNullable(body)
                .flatMap(Batch::decode)
                .map(batch -> Signed.by(
                        keys.signing(), Use.ACK, door.receive(kiosk, batch).encode()))
                .map(ack ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(ack.text()))
                .orElseGet(() -> ResponseEntity.badRequest().build());
    }

    /** No body at all, or one that broke off: no batch either. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Void> unreadable() {
        return ResponseEntity.badRequest().build();
    }

    /** Nothing more is said to a kiosk than to come back later. */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Void> unavailable(RuntimeException e) {
        LOG.error("A batch could not be received", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
