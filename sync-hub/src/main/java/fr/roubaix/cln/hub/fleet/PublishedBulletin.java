package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** The bulletin for all kiosks, signed once each time what it says changes. */
@Service
@Interne("read by kiosks; it says nothing that is not public")
class PublishedBulletin {

    /** Version of the règlement in force. */
    private static final String REGLEMENT = "2025";

    /** The contact page of the règlement: the project officers of the mairies de quartier, and the general number. */
    private static final List<ContactDeMairie> CONTACTS = List.of(
            new ContactDeMairie(Secteur.CENTRE, "06 45 65 63 25"),
            new ContactDeMairie(Secteur.EST, "06 45 66 94 66"),
            new ContactDeMairie(Secteur.NORD, "07 87 25 07 09"),
            new ContactDeMairie(Secteur.OUEST, "07 86 77 87 51"),
            new ContactDeMairie(Secteur.SUD, "07 86 67 30 12"));

    private static final String TELEPHONE = "07 88 95 77 06";

    private final JdbcClient jdbc;
    private final AppelEnCours appels;
    private final Kiosks kiosks;
    private final Agents agents;
    private final Trousseau keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishedBulletin(
            JdbcClient jdbc,
            AppelEnCours appels,
            Kiosks kiosks,
            Agents agents,
            Trousseau keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.appels = appels;
        this.kiosks = kiosks;
        this.agents = agents;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The bulletin as of now. Only one that says something new is written: polls do not queue for the one writer. */
    Edition current() {
        return unchanged()
                .orElseGet(() -> Objects.requireNonNull(
                        transaction.execute(_ -> unchanged().orElseGet(this::publish))));
    }

    private Optional<Edition> unchanged() {
        var hash = content();
        return latest().filter(edition -> edition.content().equals(hash));
    }

    private Edition publish() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        // Above the clock too, so that a hub restored from a backup does not reuse the numbers it lost.
        long serial = Math.max(latest().map(Edition::serial).orElse(0L), now.getEpochSecond()) + 1;
        var signed =
                Signed.by(keys.signing(), Use.BULLETIN, bulletin(serial, now).encode());
        jdbc.sql("""
                INSERT INTO bulletin (serial, content_hash, signed, made_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(serial, content().hex(), signed.text(), now.toEpochMilli())
                .update();
        return latest().orElseThrow();
    }

    /** What it says, whatever its number and its hour. */
    private Hash content() {
        return Hash.of(bulletin(0, Instant.EPOCH).encode());
    }

    private Bulletin bulletin(long serial, Instant at) {
        var publies = appels.appels().stream()
                .map(ouvert -> new AppelPublie(ouvert.appel(), ouvert.clos()))
                .toList();
        return new Bulletin(
                serial, at, REGLEMENT, publies, CONTACTS, TELEPHONE, agents.publies(), bornes(), keys.successions());
    }

    private List<BornePubliee> bornes() {
        return kiosks.keys().stream()
                .map(key -> new BornePubliee(key.kiosk(), key.mairie(), key.number(), key.key(), key.revoked()))
                .toList();
    }

    private Optional<Edition> latest() {
        return jdbc.sql("SELECT serial, content_hash, signed FROM bulletin ORDER BY serial DESC LIMIT 1")
                .query((row, _) -> new Edition(
                        row.getLong("serial"), new Hash(row.getString("content_hash")), row.getString("signed")))
                .optional();
    }

    /** One signed bulletin. */
    record Edition(long serial, Hash content, String signed) {
        String etag() {
            return "\"" + serial + "-" + content.hex().substring(0, 16) + "\"";
        }
    }
}
