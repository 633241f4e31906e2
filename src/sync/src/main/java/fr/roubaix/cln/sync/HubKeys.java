package fr.roubaix.cln.sync;

import java.util.List;
import java.util.Optional;

/**
 * The two public keys of the hub that a kiosk trusts: one verifies what the hub signs, one seals what only the hub opens.
 */
public record HubKeys(VerifyingKey signing, SealingKey sealing) {

    /**
     * The keys in force once the successions that begin here are followed, in their order. One that these keys did not
     * sign, or that is malformed, changes nothing.
     */
    public HubKeys follow(List<Signed> successions) {
        var keys = this;
        for (Signed signed : successions) {
            keys = keys.successor(signed).orElse(keys);
        }
        return keys;
    }

    private Optional<HubKeys> successor(Signed signed) {
        return signed.verifiedBy(signing, Use.SUCCESSION)
                ? Succession.decode(signed.content().toArray()).map(Succession::keys)
                : Optional.empty();
    }

    /**
     * A bulletin that the hub with these keys signed, or one that took over from it: the successions that it carries are
     * followed first. Anything else, and the kiosk keeps what it has.
     */
    public Optional<Trusted> verify(Signed bulletin) {
        return Bulletin.decode(bulletin.content().toArray()).flatMap(read -> {
            var keys = follow(read.successions());
            return bulletin.verifiedBy(keys.signing(), Use.BULLETIN)
                    ? Optional.of(new Trusted(read, keys))
                    : Optional.empty();
        });
    }

    /**
     * A bulletin whose signature was verified.
     *
     * @param keys the keys to trust from now on
     */
    public record Trusted(Bulletin bulletin, HubKeys keys) {}
}
