package fr.roubaix.cln.sync;

/** What an envelope is about. A kind that this version does not know is carried all the same. */
public record Kind(String name) {

    /** The first envelope of a chain; names the previous head if any. */
    public static final Kind OUVERTURE = new Kind("OUVERTURE");
    /** An application. */
    public static final Kind CANDIDATURE = new Kind("CANDIDATURE");
    /** Replaces an application already sent. */
    public static final Kind CORRECTION = new Kind("CORRECTION");
    /** Withdraws an application. */
    public static final Kind RETRAIT = new Kind("RETRAIT");
    /** A member's answer about a second term (art. 7 §4). */
    public static final Kind REPONSE_RENOUVELLEMENT = new Kind("REPONSE_RENOUVELLEMENT");
    /** This mairie holds nothing more for a call. */
    public static final Kind CLOTURE = new Kind("CLOTURE");
    /** A call closed here receives again. */
    public static final Kind REOUVERTURE = new Kind("REOUVERTURE");
    /** Something technical, without personal data. */
    public static final Kind EVENEMENT = new Kind("EVENEMENT");

    public Kind {
        if (!name.matches("[A-Z_]{1,40}")) {
            throw new IllegalArgumentException("a kind is 1 to 40 of A-Z and _");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
