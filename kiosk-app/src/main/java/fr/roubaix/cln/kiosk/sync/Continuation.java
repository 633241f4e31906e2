package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends again, slice by slice, what a chain that began takes over from the others. Each slice is a transaction of its
 * own, so that a resident who deposits meanwhile waits for one slice at most, and a crash loses nothing: what was not
 * moved is still pending where it was, and the journal remembers that there is more. What is deposited meanwhile stands
 * between two slices: the order of applications among themselves means nothing, while a closing or a reopening waits until
 * all is moved.
 */
final class Continuation {

    /** Between two slices, so that whoever waits for the one writing connection gets it. */
    private static final Duration TURN = Duration.ofMillis(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate read;
    private final KioskIdentity identity;
    private final Chains chains;

    Continuation(JdbcClient jdbc, PlatformTransactionManager transactions, KioskIdentity identity, Chains chains) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.identity = identity;
        this.chains = chains;
    }

    /** Moves one slice, if anything is left to move. */
    void step() {
        if (unfinished()) {
            identity.enrolled().ifPresent(enrolled -> write.executeWithoutResult(_ -> chains.reappendSlice(enrolled)));
        }
    }

    /** Moves all that is left; whoever writes meanwhile gets a turn between two slices. */
    void finish() {
        while (identity.enrolled().isPresent() && unfinished()) {
            step();
            LockSupport.parkNanos(TURN.toNanos());
        }
    }

    private boolean unfinished() {
        return Objects.requireNonNull(read.execute(_ -> Link.reappending(jdbc)));
    }
}
