package fr.roubaix.cln.hub.verificateur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.sync.Hash;

/** The two programs, read or put together once: nothing in them changes while the hub runs. */
@Component
class Programmes {

    private final Optional<Fichier> java;
    private final Fichier page;

    Programmes() {
        var programme = new ClassPathResource("verificateur/verifier.jar");
        this.java = programme.exists() ? Optional.of(new Fichier(lire(programme))) : Optional.empty();
        this.page = new Fichier(PageHorsLigne.composer());
    }

    /** The Java program; the build puts it beside the classes of the hub as soon as it is packaged. */
    Optional<Fichier> java() {
        return java;
    }

    Fichier page() {
        return page;
    }

    static byte[] lire(ClassPathResource ressource) {
        try {
            return ressource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file and its fingerprint. */
    static final class Fichier {
        private final byte[] octets;
        private final Empreinte empreinte;

        Fichier(byte[] octets) {
            this.octets = octets;
            this.empreinte = new Empreinte(Hash.of(octets).hex());
        }

        byte[] octets() {
            return octets.clone();
        }

        Empreinte empreinte() {
            return empreinte;
        }
    }
}
