package fr.roubaix.cln.hub.fleet;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Where kiosks learn what they must know. */
@RestController
class BulletinController {

    private final PublishedBulletin bulletin;

    BulletinController(PublishedBulletin bulletin) {
        this.bulletin = bulletin;
    }

    /** The signed bulletin, or 304 when it is the one that the kiosk has. */
    @GetMapping("/api/borne/v1/bulletin")
    ResponseEntity<String> current(WebRequest request) {
        var edition = ReadEdition.parse(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .map(bulletin::currentFor)
                .orElseGet(bulletin::current);
        if (request.checkNotModified(edition.etag())) {
            return ResponseEntity.status(304).eTag(edition.etag()).build();
        }
        return ResponseEntity.ok()
                .eTag(edition.etag())
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.TEXT_PLAIN)
                .body(edition.signed());
    }
}
