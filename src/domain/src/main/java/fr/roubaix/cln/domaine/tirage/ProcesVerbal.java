package fr.roubaix.cln.domaine.tirage;

import java.util.List;

/**
 * The part of the procès-verbal (art. 7 §2) that anyone can recompute: what was fixed before the draw, the randomness,
 * and everything that follows from them. What the ceremony adds (people present, who threw which digits) is not here.
 *
 * @param candidats how many people could be drawn
 * @param reconduits how many members had their mandate renewed
 * @param plan what was known before the dice
 * @param table the index, from 0, of the table drawn among {@code plan.tables()}
 * @param repartition how that table shares the seats
 * @param designes the candidates seated, renewed members excluded: sectors in order, women then men, in order of seating
 * @param ordre every candidate by rank
 */
public record ProcesVerbal(
        VersionDuReglement reglement,
        int candidats,
        int reconduits,
        Graine graine,
        Plan plan,
        int table,
        List<Repartition> repartition,
        List<Chance> chances,
        List<Designe> designes,
        List<Classement> ordre) {

    public ProcesVerbal {
        repartition = List.copyOf(repartition);
        chances = List.copyOf(chances);
        designes = List.copyOf(designes);
        ordre = List.copyOf(ordre);
    }

    /** The fingerprint of the list drawn from. */
    public Empreinte empreinte() {
        return graine.liste();
    }

    /** The reading of criterion 3 chosen before the dice. */
    public Lecture lecture() {
        return graine.lecture();
    }
}
