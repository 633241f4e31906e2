package fr.roubaix.cln.kiosk.sync;

/** What goes to the hub by itself, and how a person hurries it. */
public interface Envois {

    /** "Envoyer maintenant": forgets how long to wait after a failure, so that the next attempt begins within seconds. */
    void maintenant();
}
