package fr.roubaix.cln.domaine.tirage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Lists for tests. */
final class Listes {

    static final Des DES = new Des("314159265358979323846264338327");

    private Listes() {}

    static ListeDuTirage liste(List<Ligne> lignes) {
        return acceptee(ListeDuTirage.de(lignes));
    }

    static <T> T acceptee(Resultat<T> resultat) {
        return switch (resultat) {
            case Resultat.Accepte<T>(var valeur) -> valeur;
            case Resultat.Refuse<T>(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }

    /** The lines of one group: {@code prioritaires} of the candidates are 16-25 or 65+. */
    static List<Ligne> groupe(Secteur secteur, Sexe sexe, int candidats, int prioritaires, int reconduits) {
        List<Ligne> lignes = new ArrayList<>();
        for (int i = 0; i < candidats; i++) {
            ClasseAge classe = i >= prioritaires
                    ? ClasseAge.DE_26_A_64
                    : i % 2 == 0 ? ClasseAge.DE_16_A_25 : ClasseAge.A_PARTIR_DE_65;
            lignes.add(new Ligne(
                    new IdDeListe(secteur.name() + "-" + sexe + "-" + i), secteur, sexe, classe, Qualite.CANDIDAT));
        }
        for (int i = 0; i < reconduits; i++) {
            lignes.add(new Ligne(
                    new IdDeListe(secteur.name() + "-" + sexe + "-R" + i),
                    secteur,
                    sexe,
                    ClasseAge.DE_26_A_64,
                    Qualite.RECONDUIT));
        }
        return lignes;
    }

    /** A list with small groups, where every case of the plan is likely. */
    static ListeDuTirage auHasard(Random random) {
        while (true) {
            List<Ligne> lignes = new ArrayList<>();
            for (Secteur secteur : Secteur.values()) {
                int reconduites = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
                int reconduits = random.nextInt(4) == 0 ? random.nextInt(5 - reconduites) : 0;
                lignes.addAll(groupeAuHasard(random, secteur, Sexe.F, reconduites));
                lignes.addAll(groupeAuHasard(random, secteur, Sexe.H, reconduits));
            }
            if (ListeDuTirage.de(lignes) instanceof Resultat.Accepte<ListeDuTirage>(var liste)) {
                return liste;
            }
        }
    }

    private static List<Ligne> groupeAuHasard(Random random, Secteur secteur, Sexe sexe, int reconduits) {
        int candidats = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(5);
        return groupe(secteur, sexe, candidats, random.nextInt(candidats + 1), reconduits);
    }

    static Graine graine(ListeDuTirage liste, Lecture lecture, Random random) {
        var des = new StringBuilder();
        for (int i = 0; i < Des.MINIMUM; i++) {
            des.append((char) ('0' + random.nextInt(10)));
        }
        return Graine.de(lecture, liste, new Des(des.toString()));
    }

    static byte[] octets(String... lignes) {
        return (String.join("\n", lignes) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
