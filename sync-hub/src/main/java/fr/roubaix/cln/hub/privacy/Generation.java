package fr.roubaix.cln.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Succession;
import fr.roubaix.cln.sync.Use;

/** One pair of keys of the hub: what opens and what signs. */
public record Generation(OpeningKey opening, SigningKey signing) {

    public static Generation generate() {
        return new Generation(OpeningKey.generate(), SigningKey.generate());
    }

    /** What kiosks know of it. */
    public HubKeys publics() {
        return new HubKeys(signing.verifyingKey(), opening.sealingKey());
    }

    /** SHA-256 of the public halves, by which the database knows it. */
    public String empreinte() {
        String text = opening.sealingKey().raw().base64url() + "|"
                + signing.verifyingKey().raw().base64url();
        return Hash.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    /** What this pair says of the one that takes over. */
    public Signed succession(Generation next, Instant at) {
        return Signed.by(signing, Use.SUCCESSION, new Succession(next.publics(), at).encode());
    }
}
