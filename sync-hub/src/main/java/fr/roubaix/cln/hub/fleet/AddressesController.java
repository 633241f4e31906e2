package fr.roubaix.cln.hub.fleet;

import java.util.regex.Pattern;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Where kiosks find the address base: what it is, under the hub's signature, then its bytes, piece by piece. */
@RestController
class AddressesController {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final PublishedAddresses addresses;

    AddressesController(PublishedAddresses addresses) {
        this.addresses = addresses;
    }

    /** The signed edition, 304 when it is the one that the kiosk has, 204 when there is none. */
    @GetMapping("/api/borne/v1/adresses")
    ResponseEntity<String> edition(WebRequest request) {
        var edition = addresses.current();
        if (edition.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        String etag = "\"" + edition.get().hash().hex() + "\"";
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.TEXT_PLAIN)
                .body(addresses.signed(edition.get()).text());
    }

    /** Some bytes of the file with this hash; 404 when it is no longer the one here. */
    @GetMapping("/api/borne/v1/adresses/fichier")
    ResponseEntity<byte[]> piece(@RequestParam String empreinte, @RequestParam String depuis) {
        if (!NUMBER.matcher(depuis).matches()) {
            return ResponseEntity.badRequest().build();
        }
        return addresses
                .piece(empreinte, Long.parseLong(depuis))
                .map(bytes -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
