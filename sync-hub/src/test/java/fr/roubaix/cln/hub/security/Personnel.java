package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Set;

import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Members of staff with a password and a telephone, for tests that come by the real doors. */
public final class Personnel {

    public static final String MOT_DE_PASSE = "une phrase assez longue";

    private Personnel() {}

    /** Gives somebody an account with one role. */
    public static Embauche embaucher(ApplicationContext hub, String nom, String role, Instant le) {
        var identifiant = new Identifiant(nom);
        String hash = String.valueOf(hub.getBean(PasswordEncoder.class).encode(MOT_DE_PASSE));
        hub.getBean(Comptes.class)
                .ajouter(new Compte(identifiant, nom, hash, Set.of(Role.valueOf(role)), le, identifiant));
        byte[] secret = hub.getBean(SecondFacteur.class).proposer();
        hub.getBean(SecondsFacteurs.class).inscrire(identifiant, secret, 0, le);
        return new Embauche(nom, secret);
    }

    /** Somebody who works here. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Embauche(String nom, byte[] secret) {

        /** What the telephone shows. */
        public String code(Instant maintenant) {
            return Totp.code(secret, Totp.pas(maintenant));
        }
    }
}
