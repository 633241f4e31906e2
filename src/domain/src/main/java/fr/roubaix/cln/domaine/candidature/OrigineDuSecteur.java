package fr.roubaix.cln.domaine.candidature;

/** How the sector of a candidate is known (art. 7 §3, criterion 1). */
public enum OrigineDuSecteur {
    /** The address was found in the address base, and lies in that sector. */
    BASE_D_ADRESSES,
    /** The person chose it: their address is not in the base, or there is none. An agent confirms it. */
    DECLARATION
}
