package fr.roubaix.cln.sync;

/** Where an application stands, as anyone who holds its receipt may know it: one word, never a reason. */
public record Statut(String mot) {

    /** The hub holds it; nobody has examined it yet. */
    public static final Statut RECUE = new Statut("RECUE");
    /** It may take part in the draw. */
    public static final Statut RECEVABLE = new Statut("RECEVABLE");
    /** It may not; the person is told why by letter. */
    public static final Statut IRRECEVABLE = new Statut("IRRECEVABLE");
    /** Something is missing; the person is told what by letter or by telephone. */
    public static final Statut A_COMPLETER = new Statut("A_COMPLETER");
    /** The person took it back. */
    public static final Statut RETIREE = new Statut("RETIREE");

    public Statut {
        if (!mot.matches("[A-Z_]{1,40}")) {
            throw new IllegalArgumentException("a status is 1 to 40 of A-Z and _");
        }
    }

    @Override
    public String toString() {
        return mot;
    }
}
