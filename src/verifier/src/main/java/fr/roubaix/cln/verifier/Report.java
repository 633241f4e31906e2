package fr.roubaix.cln.verifier;

import java.io.PrintWriter;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Repartition;

/** A draw as one reads it on a terminal. */
final class Report {

    private Report() {}

    static void print(ProcesVerbal pv, PrintWriter out) {
        out.println("Tirage au sort des membres non-élus du Conseil local du numérique (règlement "
                + pv.reglement().id() + ")");
        out.println();
        out.println("Liste    " + pv.empreinte() + " (" + pv.candidats() + " candidats, " + pv.reconduits()
                + " reconduits)");
        out.println("Lecture  " + pv.lecture().phrase());
        out.println("Graine   " + pv.graine().texte());
        plan(pv, out);
        members(pv, out);
    }

    private static void plan(ProcesVerbal pv, PrintWriter out) {
        out.println();
        out.println("Répartition");
        for (Repartition part : pv.repartition()) {
            out.println("  " + padded(part.secteur()) + part.femmes() + " F, " + part.hommes() + " H (nominal "
                    + part.nominal() + " F)  " + part.phrase());
        }
        out.println();
        for (Constat constat : pv.plan().constats()) {
            out.println("  - " + constat.phrase());
        }
    }

    private static void members(ProcesVerbal pv, PrintWriter out) {
        out.println();
        out.println("Membres désignés");
        if (pv.designes().isEmpty()) {
            out.println("  aucun : tous les sièges sont tenus par des membres reconduits");
        }
        for (Designe designe : pv.designes()) {
            var personne = designe.personne();
            out.println("  " + padded(personne.secteur()) + personne.sexe() + "  "
                    + (personne.classe().code() + "     ").substring(0, 7) + personne.id() + "  "
                    + designe.attribution().phrase());
        }
        out.println();
    }

    private static String padded(Secteur secteur) {
        return (secteur.nom() + "        ").substring(0, 8);
    }
}
