package fr.roubaix.cln.hub.fleet;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;

/** Where a kiosk becomes known. */
@RestController
class EnrolmentController {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentController.class);

    private final Enrolment enrolment;

    EnrolmentController(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    /** 200 with the keys of the hub, 403 with a reason, 400 when the body is no request signed by its own key. */
    @PostMapping("/api/borne/v1/enrolment")
    ResponseEntity<byte[]> enrol(@RequestBody(required = false) byte @Nullable [] body) {
        if (body == null) {
            return ResponseEntity.badRequest().build();
        }
        if (body.length > EnrolmentRequest.MAX_TEXT) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return EnrolmentRequest.verified(new String(body, StandardCharsets.US_ASCII))
                .map(enrolment::enrol)
                .map(response -> ResponseEntity.status(
                                response instanceof EnrolmentResponse.Refused ? HttpStatus.FORBIDDEN : HttpStatus.OK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(response.encode()))
                .orElseGet(() -> ResponseEntity.badRequest().build());
    }

    /** One that broke off: no request either. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Void> unreadable() {
        return ResponseEntity.badRequest().build();
    }

    /** Nothing more is said to a kiosk than to come back later. */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Void> unavailable(RuntimeException e) {
        LOG.error("An enrolment failed", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
