package fr.roubaix.cln.hub.verificateur;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The programs, to keep. Always as files: the hub itself serves no page with a script inside. */
@Controller
class VerificateurController {

    private static final MediaType JAR = MediaType.parseMediaType("application/java-archive");

    private final Programmes programmes;

    VerificateurController(Programmes programmes) {
        this.programmes = programmes;
    }

    @GetMapping("/verificateur/cln-verificateur.jar")
    ResponseEntity<byte[]> programme() {
        return programmes
                .java()
                .map(fichier -> aGarder(fichier, "cln-verificateur.jar", JAR))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/verificateur/cln-verificateur.html")
    ResponseEntity<byte[]> page() {
        return aGarder(programmes.page(), "cln-verificateur.html", MediaType.APPLICATION_OCTET_STREAM);
    }

    private static ResponseEntity<byte[]> aGarder(Programmes.Fichier fichier, String nom, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag(fichier.empreinte().hex())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(nom).build().toString())
                .body(fichier.octets());
    }
}
