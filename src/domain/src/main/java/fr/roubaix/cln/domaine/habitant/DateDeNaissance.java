package fr.roubaix.cln.domaine.habitant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/** A birth date. Whether it lies in a plausible past is judged when it is read, against the day of reading. */
public record DateDeNaissance(LocalDate jour) {

    /** The oldest age believed, in completed years. */
    public static final int AGE_MAXIMAL = 120;

    /**
     * Reads the three fields of a birth date.
     *
     * @param aujourdhui the day of reading in Roubaix; a later birth date is refused
     */
    public static Saisie<DateDeNaissance> lire(String jour, String mois, String annee, LocalDate aujourdhui) {
        String j = Texte.range(jour);
        String m = Texte.range(mois);
        String a = Texte.range(annee);
        if (!j.matches("[0-9]{1,2}")) {
            return new Refusee<>(j.isEmpty() ? Motif.JOUR_MANQUANT : Motif.JOUR_HORS_LIMITES);
        }
        if (!m.matches("[0-9]{1,2}")) {
            return new Refusee<>(m.isEmpty() ? Motif.MOIS_MANQUANT : Motif.MOIS_HORS_LIMITES);
        }
        if (!a.matches("[0-9]{4}")) {
            return new Refusee<>(a.isEmpty() ? Motif.ANNEE_MANQUANTE : Motif.ANNEE_SUR_QUATRE_CHIFFRES);
        }
        return composer(Integer.parseInt(j), Integer.parseInt(m), Integer.parseInt(a), aujourdhui);
    }

    private static Saisie<DateDeNaissance> composer(int jour, int mois, int annee, LocalDate aujourdhui) {
        if (jour < 1 || jour > 31) {
            return new Refusee<>(Motif.JOUR_HORS_LIMITES);
        }
        if (mois < 1 || mois > 12) {
            return new Refusee<>(Motif.MOIS_HORS_LIMITES);
        }
        LocalDate date;
        try {
            date = LocalDate.of(annee, mois, jour);
        } catch (DateTimeException e) {
            return new Refusee<>(Motif.DATE_INEXISTANTE);
        }
        if (date.isAfter(aujourdhui)) {
            return new Refusee<>(Motif.DATE_FUTURE);
        }
        var naissance = new DateDeNaissance(date);
        return naissance.ageAu(aujourdhui) > AGE_MAXIMAL
                ? new Refusee<>(Motif.AGE_INVRAISEMBLABLE)
                : new Lue<>(naissance);
    }

    /** Completed years on a date. A person born on 29 February completes a year on 1 March of a common year. */
    public int ageAu(LocalDate date) {
        return Period.between(jour, date).getYears();
    }

    /** The first day on which the person has completed so many years, by the same rule as {@link #ageAu}. */
    public LocalDate anniversaire(int annees) {
        LocalDate candidat = jour.plusYears(annees);
        return ageAu(candidat) >= annees ? candidat : candidat.plusDays(1);
    }
}
