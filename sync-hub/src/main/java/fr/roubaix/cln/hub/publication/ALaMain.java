package fr.roubaix.cln.hub.publication;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The commands by which anyone finds the rank of one candidate again with {@code sha256sum} alone, and what they must
 * print. Everything in them is made of {@code A-Z a-z 0-9 | = : - _}: between quotes, no shell sees anything in it.
 *
 * @param commandes in the order in which to type them
 */
record ALaMain(List<Commande> commandes) {

    private static final BigInteger BORNE = BigInteger.ONE.shiftLeft(256);

    /**
     * One command.
     *
     * @param cle names its sentence
     * @param texte to type as it is, in the folder of the list
     * @param resultat what it prints first; for the last one, the line of the candidate
     */
    record Commande(String cle, String texte, String resultat) {}

    static ALaMain pour(ProcesVerbal pv, Ligne ligne) {
        String graine = pv.graine().texte();
        String id = ligne.id().valeur();
        var commandes = new ArrayList<Commande>();
        commandes.add(
                new Commande("liste", "sha256sum liste.csv", pv.empreinte().hex()));
        commandes.add(new Commande(
                "pv", "sha256sum pv.json", Hash.of(PvJson.write(pv)).hex()));
        commandes.add(empreinte("rang", graine + "|rang|" + id));
        if (pv.plan().tables().size() > 1) {
            commandes.addAll(ajustement(pv, graine));
        }
        if (pv.lecture() == Lecture.SIEGE_RESERVE
                && ligne.classe().prioritaire()
                && pv.plan().effectif(ligne.secteur()).de(ligne.sexe()).critere3()) {
            commandes.add(empreinte("reserve", graine + "|reserve|" + id));
        }
        commandes.add(groupe(graine, ligne));
        return new ALaMain(List.copyOf(commandes));
    }

    private static Commande empreinte(String cle, String texte) {
        return new Commande(cle, "printf '%s' '" + texte + "' | sha256sum", sha256(texte));
    }

    /** The digest that chooses between tables that tie, then the remainder of its division. */
    private static List<Commande> ajustement(ProcesVerbal pv, String graine) {
        BigInteger nombre = BigInteger.valueOf(pv.plan().tables().size());
        BigInteger limite = BORNE.subtract(BORNE.mod(nombre));
        int j = 0;
        while (new BigInteger(sha256(graine + "|ajustement|" + j), 16).compareTo(limite) >= 0) {
            j++;
        }
        Commande tirage = empreinte("ajustement", graine + "|ajustement|" + j);
        return List.of(
                tirage,
                new Commande(
                        "reste",
                        "echo 'ibase=16; " + tirage.resultat().toUpperCase(Locale.ROOT) + " % "
                                + nombre.toString(16).toUpperCase(Locale.ROOT) + "' | bc",
                        Integer.toString(pv.table())));
    }

    /** Everyone of the same sector and sex, the best rank first. */
    private static Commande groupe(String graine, Ligne ligne) {
        String filtre = ";" + ligne.secteur().name() + ";" + ligne.sexe().name() + ";[^;]*;CANDIDAT$";
        String commande = "grep '" + filtre + "' liste.csv | cut -d';' -f1 | while read -r id; do" + " printf '%s' '"
                + graine + "|rang|'\"$id\" | sha256sum | sed \"s/-$/$id/\"; done | sort";
        return new Commande(
                "groupe",
                commande,
                sha256(graine + "|rang|" + ligne.id().valeur()) + "  "
                        + ligne.id().valeur());
    }

    private static String sha256(String texte) {
        return Hash.of(texte.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
