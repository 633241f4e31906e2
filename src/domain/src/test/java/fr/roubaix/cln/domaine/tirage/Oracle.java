package fr.roubaix.cln.domaine.tirage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * The specification done again, the slow and obvious way: every combination of 0 to 4 women and men in every sector is
 * written down, those that cannot sit are struck out, and the rest are sorted on the criteria. Shares nothing with the
 * code it judges but the types of the list.
 */
final class Oracle {

    private static final int SECTEURS = 5;

    private final List<Ligne> lignes;
    private final boolean absolue;
    private final boolean[][] possibles = new boolean[SECTEURS][5];
    private final int[][] grades = new int[SECTEURS][5];
    private final int[] nominaux = new int[SECTEURS];
    private final int[] sieges = new int[SECTEURS];

    Oracle(ListeDuTirage liste, Lecture lecture) {
        this.lignes = liste.lignes();
        this.absolue = lecture == Lecture.PRIORITE_ABSOLUE;
        for (int s = 0; s < SECTEURS; s++) {
            sieges[s] = Math.min(4, compte(s, l -> true));
            for (int f = 0; f <= 4; f++) {
                possibles[s][f] = possible(s, f);
            }
            nominaux[s] = calculerNominal(s);
            for (int f = 0; f <= 4; f++) {
                grades[s][f] = calculerGrade(s, f);
            }
        }
    }

    /** The best tables, ascending: women per sector. */
    List<List<Integer>> tables() {
        // key: gap, grade 3, grade 2, grade 1, squares, padded so that text order is number order
        TreeMap<String, List<List<Integer>>> parCout = new TreeMap<>();
        for (int code = 0; code < 3125; code++) {
            int[] f = new int[SECTEURS];
            int reste = code;
            for (int s = SECTEURS - 1; s >= 0; s--) {
                f[s] = reste % 5;
                reste /= 5;
            }
            if (possible(f)) {
                parCout.computeIfAbsent(cout(f), _ -> new ArrayList<>())
                        .add(Arrays.stream(f).boxed().toList());
            }
        }
        return parCout.firstEntry().getValue();
    }

    int ecart(List<Integer> f) {
        int somme = 0;
        for (int s = 0; s < SECTEURS; s++) {
            somme += f.get(s) - (sieges(s) - f.get(s));
        }
        return Math.abs(somme);
    }

    /** The smallest gap over every table that can sit, whatever it costs otherwise. */
    int plusPetitEcart() {
        int moindre = Integer.MAX_VALUE;
        for (int code = 0; code < 3125; code++) {
            int[] f = {code / 625, code / 125 % 5, code / 25 % 5, code / 5 % 5, code % 5};
            if (possible(f)) {
                moindre = Math.min(moindre, ecart(Arrays.stream(f).boxed().toList()));
            }
        }
        return moindre;
    }

    int sieges(int s) {
        return sieges[s];
    }

    int nominal(int s) {
        return nominaux[s];
    }

    /** 0 to 3, or −1 for no derogation. */
    int grade(int s, int f) {
        return grades[s][f];
    }

    private int calculerNominal(int s) {
        int femmes = femmesDeLaListe(s);
        int vise = femmes >= 4 ? 2 : femmes;
        if (femmes == 3 && critere3(s, auPlusPres(s, 3)) < critere3(s, auPlusPres(s, 2))) {
            vise = 2;
        }
        return auPlusPres(s, vise);
    }

    private int calculerGrade(int s, int f) {
        if (f == nominal(s)) {
            return -1;
        }
        if (f == 0) {
            return 3;
        }
        if (femmesDeLaListe(s) > 3) {
            return 0;
        }
        return f == 1 && nominal(s) > 1 ? 2 : 1;
    }

    private int femmesDeLaListe(int s) {
        return compte(s, l -> l.sexe() == Sexe.F);
    }

    private boolean possible(int[] f) {
        for (int s = 0; s < SECTEURS; s++) {
            if (!possibles[s][f[s]]) {
                return false;
            }
        }
        return true;
    }

    private boolean possible(int s, int f) {
        int h = sieges(s) - f;
        return f <= compte(s, l -> l.sexe() == Sexe.F)
                && f >= compte(s, l -> l.sexe() == Sexe.F && !l.estCandidat())
                && h <= compte(s, l -> l.sexe() == Sexe.H)
                && h >= compte(s, l -> l.sexe() == Sexe.H && !l.estCandidat());
    }

    private int auPlusPres(int s, int vise) {
        int meilleur = -1;
        for (int f = 0; f <= 4; f++) {
            if (possibles[s][f] && (meilleur < 0 || Math.abs(f - vise) < Math.abs(meilleur - vise))) {
                meilleur = f;
            }
        }
        return meilleur;
    }

    private int critere3(int s, int f) {
        return critere3(s, Sexe.F, f) + critere3(s, Sexe.H, sieges(s) - f);
    }

    private int critere3(int s, Sexe sexe, int assis) {
        int places = assis - compte(s, l -> l.sexe() == sexe && !l.estCandidat());
        int candidats = compte(s, l -> l.sexe() == sexe && l.estCandidat());
        int servis = 0;
        for (Ligne l : lignes) {
            if (secteur(l) == s
                    && l.sexe() == sexe
                    && l.estCandidat()
                    && l.classe() != ClasseAge.DE_26_A_64
                    && candidats > 2
                    && servis < places
                    && (absolue || servis < 1)) {
                servis++;
            }
        }
        return servis;
    }

    private String cout(int[] f) {
        int[] nombres = new int[4];
        int carres = 0;
        for (int s = 0; s < SECTEURS; s++) {
            int grade = grade(s, f[s]);
            if (grade >= 0) {
                nombres[grade]++;
            }
            carres += (f[s] - nominal(s)) * (f[s] - nominal(s));
        }
        int ecart = ecart(Arrays.stream(f).boxed().toList());
        return "%03d %d %d %d %03d".formatted(ecart, nombres[3], nombres[2], nombres[1], carres);
    }

    /** The ids seated under a table, in the order of the procès-verbal. */
    List<String> designes(List<Integer> table, String graine) {
        List<String> assis = new ArrayList<>();
        for (int s = 0; s < SECTEURS; s++) {
            for (Sexe sexe : List.of(Sexe.F, Sexe.H)) {
                int places = sexe == Sexe.F ? table.get(s) : sieges(s) - table.get(s);
                List<Ligne> restants = new ArrayList<>();
                for (Ligne l : lignes) {
                    if (secteur(l) == s && l.sexe() == sexe) {
                        if (l.estCandidat()) {
                            restants.add(l);
                        } else {
                            places--;
                        }
                    }
                }
                assis.addAll(asseoir(restants, places, graine));
            }
        }
        return assis;
    }

    private List<String> asseoir(List<Ligne> restants, int places, String graine) {
        List<String> assis = new ArrayList<>();
        boolean critere3 = restants.size() > 2 && restants.size() > places;
        while (assis.size() < places && !restants.isEmpty()) {
            List<Ligne> urne = restants.stream()
                    .filter(l -> l.classe() != ClasseAge.DE_26_A_64)
                    .toList();
            boolean reserve = critere3 && !absolue && assis.isEmpty() && !urne.isEmpty();
            if (!critere3 || urne.isEmpty() || (!absolue && !reserve)) {
                urne = restants;
            }
            String usage = reserve ? "|reserve|" : "|rang|";
            Ligne premier = urne.getFirst();
            for (Ligne l : urne) {
                if (sha256(graine + usage + l.id()).compareTo(sha256(graine + usage + premier.id())) < 0) {
                    premier = l;
                }
            }
            assis.add(premier.id().valeur());
            restants.remove(premier);
        }
        return assis;
    }

    static String sha256(String texte) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private int compte(int s, Predicate<Ligne> filtre) {
        return (int)
                lignes.stream().filter(l -> secteur(l) == s && filtre.test(l)).count();
    }

    private static int secteur(Ligne ligne) {
        return List.of(Secteur.values()).indexOf(ligne.secteur());
    }
}
