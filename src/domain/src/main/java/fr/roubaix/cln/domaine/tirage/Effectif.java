package fr.roubaix.cln.domaine.tirage;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** The head counts of a sector: all that its plan depends on. */
public record Effectif(Secteur secteur, Groupe femmes, Groupe hommes) {

    /**
     * The people of one sex in a sector.
     *
     * @param candidats who may be drawn
     * @param prioritaires those of them aged 16-25 or 65 and more
     * @param reconduits renewed members
     */
    public record Groupe(int candidats, int prioritaires, int reconduits) {

        /** Art. 7 §3, criterion 3 applies where a sex has more than two candidates in a sector. */
        public boolean critere3() {
            return candidats > 2;
        }

        int total() {
            return candidats + reconduits;
        }

        /** How many priority candidates are sure of one of {@code places} seats by criterion 3. */
        private int prioritairesServis(int places, Lecture lecture) {
            int servis = critere3() ? Math.min(places, prioritaires) : 0;
            return switch (lecture) {
                case PRIORITE_ABSOLUE -> servis;
                case SIEGE_RESERVE -> Math.min(servis, 1);
            };
        }
    }

    /** The people of one sex. */
    public Groupe de(Sexe sexe) {
        return switch (sexe) {
            case F -> femmes;
            case H -> hommes;
        };
    }

    /** Seats filled: four at most (art. 4 §1), fewer where people are missing. */
    public int sieges() {
        return Math.min(ListeDuTirage.SIEGES_PAR_SECTEUR, femmes.total() + hommes.total());
    }

    /** Seats that nobody can fill; they never move to another sector (art. 4 §1). */
    public int siegesVacants() {
        return ListeDuTirage.SIEGES_PAR_SECTEUR - sieges();
    }

    /** Seats left to candidates of a sex when {@code femmesRetenues} women sit, renewed members included. */
    int places(Sexe sexe, int femmesRetenues) {
        return switch (sexe) {
            case F -> femmesRetenues - femmes.reconduits();
            case H -> sieges() - femmesRetenues - hommes.reconduits();
        };
    }

    /** The fewest women who can sit. */
    int minimum() {
        return Math.max(femmes.reconduits(), sieges() - hommes.total());
    }

    /** The most women who can sit. */
    int maximum() {
        return Math.min(femmes.total(), sieges() - hommes.reconduits());
    }

    /** Art. 7 §3, criterion 2: renewed women count among those who « se portent candidates ». */
    MotifDeRepartition motif(Lecture lecture) {
        return switch (femmes.total()) {
            case 0 -> MotifDeRepartition.AUCUNE_FEMME;
            case 1 -> MotifDeRepartition.UNE_FEMME;
            case 2 -> MotifDeRepartition.DEUX_FEMMES;
            case 3 ->
                valeurAuCritere3(borner(3), lecture) < valeurAuCritere3(borner(2), lecture)
                        ? MotifDeRepartition.TROIS_FEMMES_CRITERE_3
                        : MotifDeRepartition.TROIS_FEMMES;
            default -> MotifDeRepartition.TIRAGE;
        };
    }

    int nominal(Lecture lecture) {
        return borner(motif(lecture).vise());
    }

    @Nullable
    Derogation derogation(int femmesRetenues, Lecture lecture) {
        int nominal = nominal(lecture);
        if (femmesRetenues == nominal) {
            return null;
        }
        if (femmesRetenues == 0) {
            return Derogation.EXTREME;
        }
        if (femmes.total() >= 4) {
            return Derogation.SANS_ATTEINTE;
        }
        return femmesRetenues == 1 && nominal > 1 ? Derogation.FORTE : Derogation.LEGERE;
    }

    Repartition repartition(int femmesRetenues, Lecture lecture) {
        return new Repartition(
                secteur,
                sieges(),
                femmesRetenues,
                sieges() - femmesRetenues,
                nominal(lecture),
                derogation(femmesRetenues, lecture),
                motif(lecture));
    }

    private int valeurAuCritere3(int femmesRetenues, Lecture lecture) {
        return femmes.prioritairesServis(places(Sexe.F, femmesRetenues), lecture)
                + hommes.prioritairesServis(places(Sexe.H, femmesRetenues), lecture);
    }

    private int borner(int nombre) {
        return Math.clamp(nombre, minimum(), maximum());
    }
}
