package fr.roubaix.cln.hub.verificateur;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The programs of another version of the hub. */
public final class AutresProgrammes extends Programmes {

    private AutresProgrammes() {}

    public static EmpreinteDuVerificateur empreinte() {
        return new EmpreinteDuVerificateur(new AutresProgrammes());
    }

    @Override
    Optional<Fichier> java() {
        return Optional.of(new Fichier("another program".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    Fichier page() {
        return new Fichier("another page".getBytes(StandardCharsets.UTF_8));
    }
}
