package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.avis.AvisPourLesBornes;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.Bulletin.TextePublie;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/**
 * The bulletin for all kiosks, signed once each time what it says changes.
 *
 * <p>Kiosks refuse a serial that is not above the one they have. The next one is therefore above the clock, above all
 * those in the database, above what {@link HighestSerial} remembers of a database since replaced, and above what a kiosk
 * says that it has read.
 */
@Service
@Interne("read by kiosks; it says nothing that is not public")
class PublishedBulletin {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedBulletin.class);

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
    private final AvisPourLesBornes avis;
    private final Trousseau keys;
    private final HighestSerial highest;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Settled settled;

    PublishedBulletin(
            JdbcClient jdbc,
            AppelEnCours appels,
            Kiosks kiosks,
            Agents agents,
            AvisPourLesBornes avis,
            Trousseau keys,
            HighestSerial highest,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.appels = appels;
        this.kiosks = kiosks;
        this.agents = agents;
        this.avis = avis;
        this.keys = keys;
        this.highest = highest;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The bulletin as of now. What was signed last is given again as long as {@link Mark} stands still, in this instance
     * and in the others; and only one that says something new is written: polls do not queue for the one writer.
     */
    Edition current() {
        var mark = mark();
        var last = settled;
        if (last != null && last.mark().equals(mark)) {
            return last.edition();
        }
        long known = highest.known();
        var edition = noted(unchanged(draft(), known).orElseGet(() -> published(known + 1)));
        // The mark was read before the content: whatever changed since makes it another one.
        settled = new Settled(mark.upTo(edition), edition);
        return edition;
    }

    /** The same for a kiosk that has this edition: one that it will not refuse. */
    Edition currentFor(ReadEdition read) {
        var current = current();
        if (!read.outweighs(current.serial(), current.content())) {
            return current;
        }
        LOG.warn(
                "A kiosk has read bulletin {}, above {}: the numbers go on from there",
                read.serial(),
                current.serial());
        return noted(published(read.serial() + 1));
    }

    private Edition noted(Edition edition) {
        highest.note(edition.serial());
        return edition;
    }

    private Edition published(long atLeast) {
        return Objects.requireNonNull(transaction.execute(_ -> unchangedOrNew(draft(), atLeast)));
    }

    private Edition unchangedOrNew(Bulletin draft, long atLeast) {
        return unchanged(draft, atLeast).orElseGet(() -> publish(draft, atLeast));
    }

    private Optional<Edition> unchanged(Bulletin draft, long atLeast) {
        var content = content(draft);
        return latest().filter(edition -> edition.serial() >= atLeast)
                .filter(edition -> edition.content().equals(content));
    }

    private Edition publish(Bulletin draft, long atLeast) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        // Above the clock too: where nothing is remembered, what was lost is most often below it.
        long above = Math.max(latest().map(Edition::serial).orElse(0L), now.getEpochSecond());
        long serial = Math.max(above + 1, atLeast);
        var signed = Signed.by(
                keys.signing(), Use.BULLETIN, numbered(draft, serial, now).encode());
        var edition = new Edition(serial, content(draft), signed.text());
        boolean first = jdbc.sql("""
                INSERT INTO bulletin (serial, content_hash, signed, made_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                        .params(serial, edition.content().hex(), edition.signed(), now.toEpochMilli())
                        .update()
                == 1;
        // Another instance may have taken this number to say something else.
        return first ? edition : unchangedOrNew(draft, atLeast);
    }

    /** What a bulletin says, whatever its number and its hour. */
    private static Hash content(Bulletin draft) {
        return Hash.of(draft.encode());
    }

    /** What there is to say, without a number or an hour. */
    private Bulletin draft() {
        var publies = appels.appels().stream()
                .map(ouvert -> new AppelPublie(ouvert.appel(), ouvert.clos(), textes(ouvert)))
                .toList();
        return new Bulletin(
                0,
                Instant.EPOCH,
                REGLEMENT,
                publies,
                CONTACTS,
                TELEPHONE,
                agents.publies(),
                bornes(),
                keys.successions(),
                keys.anciennesCles(),
                avis.avis());
    }

    private static List<TextePublie> textes(AppelEnCours.AppelOuvert ouvert) {
        return Stream.of(Langue.values())
                .filter(ouvert.textes()::containsKey)
                .map(langue -> {
                    var texte = Objects.requireNonNull(ouvert.textes().get(langue));
                    return new TextePublie(langue, texte.titre(), texte.corps());
                })
                .toList();
    }

    private static Bulletin numbered(Bulletin draft, long serial, Instant at) {
        return new Bulletin(
                serial,
                at,
                draft.reglement(),
                draft.appels(),
                draft.contacts(),
                draft.telephone(),
                draft.agents(),
                draft.bornes(),
                draft.successions(),
                draft.anciennesCles(),
                draft.avis());
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

    private Mark mark() {
        return jdbc.sql("""
                SELECT number, (SELECT coalesce(max(numero), 0) FROM trousseau_generation) AS keys,
                (SELECT coalesce(max(serial), 0) FROM bulletin) AS serial FROM bulletin_change""")
                .query((row, _) -> new Mark(row.getLong("number"), row.getLong("keys"), row.getLong("serial")))
                .single();
    }

    /**
     * What moves when the bulletin must be looked at again.
     *
     * @param changes how often its content may have changed
     * @param keys how many pairs of keys the hub has had
     * @param serial the last one published, maybe by another instance
     */
    private record Mark(long changes, long keys, long serial) {
        Mark upTo(Edition edition) {
            return new Mark(changes, keys, edition.serial());
        }
    }

    /** The edition that says what there was to say at this mark. */
    private record Settled(Mark mark, Edition edition) {}

    /** One signed bulletin. */
    record Edition(long serial, Hash content, String signed) {
        String etag() {
            return ReadEdition.tag(serial, content);
        }
    }
}
