package fr.roubaix.cln.kiosk.tablet;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

import fr.roubaix.cln.hardware.profile.ProfileRefusedException;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Hash;

/**
 * The tablets that may reach this terminal. Of the secret that each one carries only the hash is kept, here and on the
 * disk: who reads the database cannot pass for a tablet. Every request asks, so they are held in memory.
 */
@Repository
class Tablets {

    private static final Logger LOG = LoggerFactory.getLogger(Tablets.class);

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;

    /** "Last seen" is worth one write of the disk in this time. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** By the hash of their secret. */
    private final Map<String, Tablet> paired = new ConcurrentHashMap<>();

    Tablets(JdbcClient jdbc, Profiles profiles, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.clock = clock;
        load();
    }

    /** The tablet that carries this secret. */
    Optional<Tablet> recognise(String secret) {
        return Optional.ofNullable(paired.get(hash(secret)));
    }

    /** Whether this pairing still holds. */
    boolean holds(Tablet.Id id) {
        return paired.values().stream().anyMatch(tablet -> tablet.id().equals(id));
    }

    /** The last one seen first. */
    List<Tablet> all() {
        return paired.values().stream()
                .sorted(Comparator.comparing(Tablet::seenAt).reversed().thenComparing(Tablet::name))
                .toList();
    }

    /**
     * Pairs a tablet: the secret that it carries from now on.
     *
     * @throws DataAccessException the disk refuses; nothing is paired
     */
    String pair(String name, TerminalProfile screen, AgentId by) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant now = now();
        var tablet = new Tablet(new Tablet.Id(HexFormat.of().formatHex(id)), name, screen, now, now);
        jdbc.sql("""
                INSERT INTO tablet (id, name, screen, cookie, paired_at, paired_by, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tablet.id().text(),
                        name,
                        screen.id().text(),
                        hash(secret),
                        now.toEpochMilli(),
                        by.valeur(),
                        now.toEpochMilli())
                .update();
        paired.put(hash(secret), tablet);
        LOG.info("Tablet {} was paired by agent {}", tablet.id().text(), by.valeur());
        return secret;
    }

    /**
     * Ends a pairing, at once: also when the disk refuses to note it, until the next start.
     *
     * @return whether the disk noted it
     */
    boolean revoke(Tablet.Id id, AgentId by) {
        paired.values().removeIf(tablet -> tablet.id().equals(id));
        LOG.info("Tablet {} was revoked by agent {}", id.text(), by.valeur());
        return durably(
                () -> jdbc.sql("UPDATE tablet SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL")
                        .params(clock.millis(), by.valeur(), id.text())
                        .update());
    }

    /** This tablet asks for something. */
    void seen(Tablet tablet) {
        Instant now = now();
        if (Duration.between(tablet.seenAt(), now).abs().compareTo(SEEN_EVERY) < 0) {
            return;
        }
        boolean still = paired.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(tablet.id()))
                .findFirst()
                .map(entry -> paired.computeIfPresent(entry.getKey(), (_, known) -> known.seen(now)))
                .isPresent();
        if (still) {
            durably(() -> jdbc.sql("UPDATE tablet SET seen_at = ? WHERE id = ?")
                    .params(now.toEpochMilli(), tablet.id().text())
                    .update());
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** A full disk keeps nobody from working, and no tablet in. */
    private static boolean durably(Runnable write) {
        try {
            write.run();
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What became of a tablet is kept in memory only: the disk refuses to write", e);
            return false;
        }
    }

    private void load() {
        jdbc.sql("SELECT id, name, screen, cookie, paired_at, seen_at FROM tablet WHERE revoked_at IS NULL")
                .query(row -> {
                    String id = row.getString("id");
                    String cookie = row.getString("cookie");
                    String name = row.getString("name");
                    var pairedAt = Instant.ofEpochMilli(row.getLong("paired_at"));
                    var seenAt = Instant.ofEpochMilli(row.getLong("seen_at"));
                    screen(row.getString("screen"))
                            .ifPresentOrElse(
                                    screen -> paired.put(
                                            cookie, new Tablet(new Tablet.Id(id), name, screen, pairedAt, seenAt)),
                                    () -> LOG.warn(
                                            "Tablet {} has a screen that is no longer known: pair it again", id));
                });
    }

    private Optional<TerminalProfile> screen(String name) {
        try {
            return Optional.of(profiles.terminal(name));
        } catch (ProfileRefusedException _) {
            return Optional.empty();
        }
    }

    private static String hash(String secret) {
        return Hash.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
