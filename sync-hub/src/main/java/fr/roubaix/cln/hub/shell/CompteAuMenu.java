package fr.roubaix.cln.hub.shell;

/** A number beside an entry of the menu, for whoever sees that entry: how much there is behind it. Asked at each screen. */
public interface CompteAuMenu {

    /** The screen, as its route names it. */
    String ecran();

    /** How many; nothing is shown for 0. */
    long combien();
}
