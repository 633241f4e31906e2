package fr.roubaix.cln.kiosk.tablet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Fate;
import fr.roubaix.cln.sync.AgentId;

/**
 * The code by which one tablet is paired, once. There is at most one at a time, in memory alone; a restart ends it. Ten wrong
 * tries end it too, and one address has only five of them, so that somebody on the network who guesses is turned away before
 * they spoil it: whoever guesses has ten chances in a hundred million.
 */
class Pairing {

    /** How long a code can be typed. */
    static final Duration LIFE = Duration.ofMinutes(10);

    static final int WRONG_TRIES = 10;
    static final int WRONG_TRIES_OF_ONE_ADDRESS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);

    private final Tablets tablets;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Open open;
    private @Nullable Invitation lastUsed;

    /** @param nanos a clock that only goes forward, in nanoseconds: nobody lengthens a code by setting the time */
    Pairing(Tablets tablets, LongSupplier nanos) {
        this.tablets = tablets;
        this.nanos = nanos;
    }

    /** Makes a code; the one before is worth nothing any more. */
    synchronized Invitation invite(String name, TerminalProfile screen, AgentId by) {
        var invitation = new Invitation("%08d".formatted(random.nextInt(100_000_000)), name);
        open = new Open(invitation, screen, by, nanos.getAsLong(), new HashMap<>());
        return invitation;
    }

    /** What became of a code. */
    synchronized Fate fate(Invitation invitation) {
        var now = open;
        if (now == null || !now.invitation().equals(invitation)) {
            return invitation.equals(lastUsed) ? new Fate.Used() : new Fate.Over();
        }
        var left = now.left(nanos.getAsLong());
        return left.isPositive() ? new Fate.Waiting(left) : new Fate.Over();
    }

    /** Takes a code back. */
    synchronized void cancel(Invitation invitation) {
        if (open != null && open.invitation().equals(invitation)) {
            open = null;
        }
    }

    /**
     * Somebody typed a code.
     *
     * @param from the address of the tablet, which nothing but this count remembers
     */
    synchronized Answer redeem(String typed, String from) {
        var now = open;
        if (now == null || !now.left(nanos.getAsLong()).isPositive()) {
            open = null;
            return new Answer.Wrong();
        }
        if (now.wrong(from) >= WRONG_TRIES_OF_ONE_ADDRESS) {
            return new Answer.TurnedAway();
        }
        if (!same(now.invitation().code(), digits(typed))) {
            now.tries().merge(from, 1, Integer::sum);
            if (now.wrong() >= WRONG_TRIES) {
                open = null;
                LOG.warn("A code for a tablet was taken back after {} wrong tries", WRONG_TRIES);
            }
            return new Answer.Wrong();
        }
        try {
            var secret = tablets.pair(now.invitation().name(), now.screen(), now.by());
            open = null;
            lastUsed = now.invitation();
            return new Answer.Paired(secret);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A tablet could not be paired: the disk refuses", e);
            return new Answer.Impossible();
        }
    }

    /** Without what people put between figures. */
    private static String digits(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f.-]", "");
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A code that an agent shows.
     *
     * @param code eight figures
     * @param name of the tablet that types it
     */
    record Invitation(String code, String name) {

        /** As one reads it out. */
        String shown() {
            return code.substring(0, 4) + " " + code.substring(4);
        }

        /** A code has no place in a log. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a tablet is answered. */
    sealed interface Answer {
        /**
         * It was the code.
         *
         * @param secret what the tablet carries from now on
         */
        record Paired(String secret) implements Answer {

            /** A secret has no place in a log. */
            @Override
            public String toString() {
                return "Paired";
            }
        }

        /** Not this code, or no code at all: which of the two is nobody's business. */
        record Wrong() implements Answer {}

        /** This address tried too often. */
        record TurnedAway() implements Answer {}

        /** The disk refuses. */
        record Impossible() implements Answer {}
    }

    private record Open(
            Invitation invitation, TerminalProfile screen, AgentId by, long since, Map<String, Integer> tries) {

        Duration left(long now) {
            return LIFE.minusNanos(now - since);
        }

        int wrong(String from) {
            return Optional.ofNullable(tries.get(from)).orElse(0);
        }

        int wrong() {
            return tries.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
