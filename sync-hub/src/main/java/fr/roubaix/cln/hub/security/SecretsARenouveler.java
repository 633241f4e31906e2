package fr.roubaix.cln.hub.security;

/** The secrets of accounts, when the hub's own key was changed. */
public interface SecretsARenouveler {

    /**
     * Seals again, in the transaction of the caller, what was sealed with a key before. Doing it again changes nothing.
     *
     * @return how many were sealed again
     */
    int renouveler();
}
