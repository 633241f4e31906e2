package fr.roubaix.cln.hub.verificateur;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.tirage.Empreinte;

/**
 * The SHA-256 of the programs that this hub gives to whoever wants to verify a draw, for the procès-verbal (art. 7 §2) and
 * the public pages: what somebody kept from the day of the draw can be told from anything else.
 */
@Component
public class EmpreinteDuVerificateur {

    private final Programmes programmes;

    EmpreinteDuVerificateur(Programmes programmes) {
        this.programmes = programmes;
    }

    /** That of the Java program; empty in a hub run from classes that were never packaged. */
    public Optional<Empreinte> duProgramme() {
        return programmes.java().map(Programmes.Fichier::empreinte);
    }

    /** That of the page that works without network. */
    public Empreinte deLaPage() {
        return programmes.page().empreinte();
    }

    /** The bytes of whichever of the two has this fingerprint today; empty when neither has. */
    public Optional<byte[]> octets(Empreinte empreinte) {
        return Stream.concat(programmes.java().stream(), Stream.of(programmes.page()))
                .filter(fichier -> fichier.empreinte().equals(empreinte))
                .findFirst()
                .map(Programmes.Fichier::octets);
    }
}
