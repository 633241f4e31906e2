package fr.roubaix.cln.hub.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One row of the register, as it stands.
 *
 * <p>Its hash is the lower-case hexadecimal SHA-256 of ten texts in UTF-8, each written as a netstring (length in bytes as
 * decimal digits, {@code :}, the bytes, {@code ,}: https://cr.yp.to/proto/netstrings.txt), so that no two rows have the same
 * bytes: {@value #DOMAINE}, number, instant in milliseconds since 1970, author, roles separated by commas, code of the act,
 * object, reason, details (one line {@code key=value} per key, in the order of keys), hash of the row before. The row before
 * the first one has sixty-four zeros. Anyone can redo it with {@code printf} and {@code sha256sum}.
 *
 * @param acte the code of an {@link Acte}, perhaps of a later version of the program
 * @param details as stored
 */
record Ligne(
        long numero,
        Instant le,
        String auteur,
        String roles,
        String acte,
        String objet,
        String motif,
        String details,
        String precedente,
        String empreinte) {

    static final String DOMAINE = "CLN-ROUBAIX/registre/1";

    /** What the first row names as the one before. */
    static final String ORIGINE = "0".repeat(64);

    /** The row that comes after one with this number less one, and binds itself to it. */
    static Ligne nouvelle(long numero, Instant le, Auteur auteur, Inscription quoi, String precedente) {
        var sansEmpreinte = new Ligne(
                numero,
                Instant.ofEpochMilli(le.toEpochMilli()),
                auteur.nom(),
                String.join(",", auteur.roles()),
                quoi.acte().name(),
                quoi.objet(),
                quoi.motif(),
                quoi.texteDesDetails(),
                precedente,
                "");
        return sansEmpreinte.avecEmpreinte(sansEmpreinte.calculee());
    }

    private Ligne avecEmpreinte(String nouvelle) {
        return new Ligne(numero, le, auteur, roles, acte, objet, motif, details, precedente, nouvelle);
    }

    /** The hash that its content asks for. */
    String calculee() {
        MessageDigest sha256 = sha256();
        for (String texte : List.of(
                DOMAINE,
                Long.toString(numero),
                Long.toString(le.toEpochMilli()),
                auteur,
                roles,
                acte,
                objet,
                motif,
                details,
                precedente)) {
            byte[] octets = texte.getBytes(UTF_8);
            sha256.update((octets.length + ":").getBytes(UTF_8));
            sha256.update(octets);
            sha256.update((byte) ',');
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The act in French, or its code when this program does not know it. */
    String titre() {
        return connu().map(Acte::titre).orElse(acte);
    }

    Optional<Acte> connu() {
        return Acte.lire(acte);
    }

    List<String> listeDesRoles() {
        return roles.isEmpty() ? List.of() : Arrays.asList(roles.split(",", -1));
    }

    Map<String, String> detailsParCle() {
        var parCle = new TreeMap<String, String>();
        details.lines().forEach(ligne -> {
            int egal = ligne.indexOf('=');
            if (egal > 0) {
                parCle.put(ligne.substring(0, egal), ligne.substring(egal + 1));
            }
        });
        return parCle;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
