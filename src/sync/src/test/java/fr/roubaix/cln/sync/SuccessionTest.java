package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class SuccessionTest {

    private final SigningKey first = SigningKey.generate();
    private final SigningKey second = SigningKey.generate();
    private final SigningKey third = SigningKey.generate();
    private final HubKeys atEnrolment = keys(first);
    private final HubKeys inTheMiddle = keys(second);
    private final HubKeys last = keys(third);
    private final List<Signed> successions = List.of(succession(first, inTheMiddle), succession(second, last));

    @Test
    void a_kiosk_that_was_away_follows_every_succession_in_turn() {
        assertThat(atEnrolment.follow(successions)).isEqualTo(last);
        assertThat(inTheMiddle.follow(successions)).isEqualTo(last);
        assertThat(last.follow(successions)).isEqualTo(last);
    }

    @Test
    void a_succession_that_the_hub_did_not_sign_changes_nothing() {
        var stranger = SigningKey.generate();
        assertThat(atEnrolment.follow(List.of(succession(stranger, keys(stranger)))))
                .isEqualTo(atEnrolment);
        var otherUse = Signed.by(first, Use.BULLETIN, new Succession(inTheMiddle, Samples.AT).encode());
        assertThat(atEnrolment.follow(List.of(otherUse))).isEqualTo(atEnrolment);
    }

    @Test
    void a_bulletin_counts_under_the_keys_that_its_own_successions_lead_to() {
        var bulletin = bulletin(successions);
        assertThat(atEnrolment.verify(Signed.by(third, Use.BULLETIN, bulletin.encode())))
                .contains(new HubKeys.Trusted(bulletin, last));
        assertThat(atEnrolment.verify(Signed.by(first, Use.BULLETIN, bulletin.encode())))
                .as("a key that was replaced signs nothing any more")
                .isEmpty();
        assertThat(atEnrolment.verify(Signed.by(second, Use.ACK, bulletin.encode())))
                .isEmpty();
    }

    @Test
    void a_key_that_was_replaced_cannot_name_another_heir_to_a_kiosk_that_moved_on() {
        var thief = SigningKey.generate();
        var forged = new ArrayList<>(List.of(succession(first, keys(thief))));
        var bulletin = bulletin(forged);
        assertThat(last.verify(Signed.by(thief, Use.BULLETIN, bulletin.encode())))
                .isEmpty();
    }

    private static HubKeys keys(SigningKey signing) {
        return new HubKeys(signing.verifyingKey(), OpeningKey.generate().sealingKey());
    }

    private static Signed succession(SigningKey by, HubKeys to) {
        return Signed.by(by, Use.SUCCESSION, new Succession(to, Samples.AT).encode());
    }

    private static Bulletin bulletin(List<Signed> successions) {
        return new Bulletin(1, Samples.AT, "2025", List.of(), List.of(), "", List.of(), List.of(), successions);
    }
}
