package fr.roubaix.cln.sync;

/**
 * How far a chain goes.
 *
 * @param seq number of the last envelope; 0 when there is none
 * @param hash SHA-256 of its bytes without the signature; zeros when there is none
 */
public record ChainHead(ChainId chain, long seq, Hash hash) {
    public ChainHead {
        if (seq < 0 || (seq == 0) != hash.equals(Hash.ZERO)) {
            throw new IllegalArgumentException("a chain begins at 0 with a hash of zeros");
        }
    }

    /** A chain that holds nothing yet. */
    public static ChainHead empty(ChainId chain) {
        return new ChainHead(chain, 0, Hash.ZERO);
    }
}
