package fr.roubaix.cln.domaine.candidature;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.habitant.ClasseAge;

/**
 * One thing that art. 7 §1 asks of an application, and what the software can tell of it. The software refuses nobody: what is
 * to be verified is for a person to judge, and what stands in the way keeps an application from being declared admissible
 * until somebody settles it.
 */
public record Verification(Point point, Issue issue, Constat constat) {

    /** What is asked. */
    public enum Point {
        /** « âgé d’au moins 16 ans », on the reference date of the call. */
        AGE,
        /** « Tout habitant de Roubaix ». */
        RESIDENCE,
        /** « un seul secteur », that of the home. */
        SECTEUR,
        /** « répondre à l’appel public à candidature »: while it is open. */
        DELAI,
        /** « formalisée individuellement sur une fiche de candidature ». */
        FICHE,
        /** « à titre individuel et personnel »: one application per person. */
        UNICITE;

        /** Where the règlement asks it. */
        public String article() {
            return "art. 7 §1";
        }
    }

    /** What came out. */
    public enum Issue {
        OK,
        A_VERIFIER,
        BLOQUANT
    }

    /** Why. */
    public enum Constat {
        SEIZE_ANS_OU_PLUS(Issue.OK),
        MOINS_DE_SEIZE_ANS(Issue.BLOQUANT),
        RESIDENCE_ATTESTEE(Issue.OK),
        SECTEUR_DE_L_ADRESSE(Issue.OK),
        SECTEUR_CONFIRME_PAR_UN_AGENT(Issue.A_VERIFIER),
        DANS_LES_DATES(Issue.OK),
        HORS_DES_DATES(Issue.A_VERIFIER),
        /** The clock of the terminal cannot be right: neither in time nor late. */
        HORLOGE_DOUTEUSE(Issue.A_VERIFIER),
        FICHE_NUMERIQUE(Issue.OK),
        FICHE_SIGNEE(Issue.OK),
        FICHE_SANS_SIGNATURE(Issue.A_VERIFIER),
        ORIGINAL_NON_CLASSE(Issue.A_VERIFIER),
        CANDIDATURE_UNIQUE(Issue.OK),
        RESSEMBLE_A_UNE_AUTRE(Issue.BLOQUANT);

        private final Issue issue;

        Constat(Issue issue) {
            this.issue = issue;
        }
    }

    private static Verification de(Point point, Constat constat) {
        return new Verification(point, constat.issue, constat);
    }

    /**
     * Every check, in the order of the article.
     *
     * @param classe empty under 16
     * @param horsDelai deposited outside the dates of the call
     * @param ressemblances how many other applications look like the same person's, undecided yet
     */
    public static List<Verification> de(
            Optional<ClasseAge> classe, boolean horsDelai, Circonstances circonstances, int ressemblances) {
        return List.of(
                de(Point.AGE, classe.isPresent() ? Constat.SEIZE_ANS_OU_PLUS : Constat.MOINS_DE_SEIZE_ANS),
                de(Point.RESIDENCE, Constat.RESIDENCE_ATTESTEE),
                de(
                        Point.SECTEUR,
                        circonstances.secteurConfirme()
                                ? Constat.SECTEUR_CONFIRME_PAR_UN_AGENT
                                : Constat.SECTEUR_DE_L_ADRESSE),
                de(Point.DELAI, delai(horsDelai, circonstances)),
                de(Point.FICHE, fiche(circonstances)),
                de(Point.UNICITE, ressemblances == 0 ? Constat.CANDIDATURE_UNIQUE : Constat.RESSEMBLE_A_UNE_AUTRE));
    }

    private static Constat delai(boolean horsDelai, Circonstances circonstances) {
        if (circonstances.horlogeDouteuse()) {
            return Constat.HORLOGE_DOUTEUSE;
        }
        return horsDelai ? Constat.HORS_DES_DATES : Constat.DANS_LES_DATES;
    }

    private static Constat fiche(Circonstances circonstances) {
        if (!circonstances.origine().surPapier()) {
            return Constat.FICHE_NUMERIQUE;
        }
        if (circonstances.original().isEmpty()) {
            return Constat.ORIGINAL_NON_CLASSE;
        }
        return circonstances.signee() ? Constat.FICHE_SIGNEE : Constat.FICHE_SANS_SIGNATURE;
    }
}
