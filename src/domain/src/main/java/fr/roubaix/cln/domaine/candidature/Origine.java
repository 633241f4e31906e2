package fr.roubaix.cln.domaine.candidature;

/** By what way an application came (art. 7 §1: on paper or in digital form). */
public enum Origine {
    /** On a kiosk or a tablet of a mairie. */
    BORNE,
    /** At home, on the site of the hub. */
    INTERNET,
    /** A paper form left in a mairie, entered by staff. */
    PAPIER,
    /** A paper form that came by post, entered by staff. */
    COURRIER,
    /** Told by telephone, entered by staff; the person signs a form afterwards. */
    TELEPHONE;

    /** Whether a form signed by hand must be kept. */
    public boolean surPapier() {
        return switch (this) {
            case BORNE, INTERNET -> false;
            case PAPIER, COURRIER, TELEPHONE -> true;
        };
    }
}
