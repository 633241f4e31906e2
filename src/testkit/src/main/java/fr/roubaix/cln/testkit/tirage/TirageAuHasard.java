package fr.roubaix.cln.testkit.tirage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Lecture;

/**
 * A list and what to draw with, at random. Groups are mostly small, where every case of the plan is likely; one list in
 * twenty is spoilt, and its refusal must be the same everywhere.
 *
 * @param liste the text of the list, canonical unless it was spoilt
 * @param drand {@code ROUND:HEX}, sometimes in capitals
 */
public record TirageAuHasard(String liste, String des, Optional<String> drand, Lecture lecture, String reglement) {

    private static final int UNE_GATEE_SUR = 20;

    /** The next one that this source gives. */
    public static TirageAuHasard suivant(Random hasard) {
        var lignes = new ArrayList<String>();
        int ampleur = hasard.nextInt(10) == 0 ? 60 : 8;
        for (Secteur secteur : Secteur.values()) {
            int places = 4;
            for (Sexe sexe : Sexe.values()) {
                int reconduits = hasard.nextInt(4) == 0 ? hasard.nextInt(places + 1) : 0;
                places -= reconduits;
                ajouter(lignes, hasard, secteur, sexe, reconduits, "RECONDUIT");
                int candidats = hasard.nextInt(3) == 0 ? hasard.nextInt(ampleur) : hasard.nextInt(5);
                ajouter(lignes, hasard, secteur, sexe, candidats, "CANDIDAT");
            }
        }
        if (lignes.stream().noneMatch(ligne -> ligne.endsWith(";CANDIDAT"))) {
            ajouter(lignes, hasard, Secteur.NORD, Sexe.F, 1, "CANDIDAT");
        }
        Collections.sort(lignes);
        String liste = "id;secteur;sexe;classe;qualite\n" + String.join("\n", lignes) + "\n";
        return new TirageAuHasard(
                hasard.nextInt(UNE_GATEE_SUR) == 0 ? gater(liste, hasard) : liste,
                chiffres(hasard, 30 + (hasard.nextInt(5) == 0 ? hasard.nextInt(40) : 0)),
                hasard.nextInt(5) == 0 ? Optional.of(drand(hasard)) : Optional.empty(),
                un(Lecture.values(), hasard),
                hasard.nextInt(5) == 0 ? "2027-avenant." + hasard.nextInt(9) : "2025");
    }

    public byte[] octets() {
        return liste.getBytes(StandardCharsets.UTF_8);
    }

    private static void ajouter(
            List<String> lignes, Random hasard, Secteur secteur, Sexe sexe, int combien, String qualite) {
        for (int i = 0; i < combien; i++) {
            String id = hasard.nextInt(6) == 0
                    ? "R-" + Long.toString(hasard.nextLong(1L << 60), 36).toUpperCase(Locale.ROOT)
                    : new ReceiptCode(hasard.nextLong(1L << 45)).texte();
            ClasseAge classe = un(ClasseAge.values(), hasard);
            lignes.add(String.join(";", id, secteur.name(), sexe.name(), classe.code(), qualite));
        }
    }

    private static <T> T un(T[] valeurs, Random hasard) {
        return valeurs[hasard.nextInt(valeurs.length)];
    }

    private static String drand(Random hasard) {
        var hex = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            hex.append("0123456789abcdefABCDEF".charAt(hasard.nextInt(22)));
        }
        return (1 + hasard.nextInt(9_000_000)) + ":" + hex;
    }

    private static String chiffres(Random hasard, int combien) {
        var chiffres = new StringBuilder();
        for (int i = 0; i < combien; i++) {
            chiffres.append((char) ('0' + hasard.nextInt(10)));
        }
        return chiffres.toString();
    }

    /** One fault, anywhere: a line twice, gone, moved or cut, a sign changed, a renewed member too many. */
    private static String gater(String liste, Random hasard) {
        int ou = hasard.nextInt(liste.length());
        return switch (hasard.nextInt(7)) {
            case 0 -> liste.substring(0, ou);
            case 1 -> liste.substring(0, ou) + "é\u200B\u0007€".charAt(hasard.nextInt(4)) + liste.substring(ou);
            case 2 -> liste.replace("\n", "\r\n");
            case 3 -> "\uFEFF" + liste;
            case 4 -> liste.substring(0, ou) + "ZQ;\n 9x".charAt(hasard.nextInt(7)) + liste.substring(ou + 1);
            case 5 -> liste.replace("CANDIDAT", "RECONDUIT");
            default -> liste + liste.substring(liste.indexOf('\n') + 1);
        };
    }
}
