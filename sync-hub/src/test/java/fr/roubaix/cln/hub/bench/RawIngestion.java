package fr.roubaix.cln.hub.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;

import fr.roubaix.cln.hub.candidature.PlainIdentity;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.privacy.Coffre;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * What the ingestion of a batch cannot do without, in a plain loop over values made ready beforehand. Counted, for each
 * batch:
 *
 * <ul>
 *   <li>one Ed25519 signature verified and one HPKE seal opened per envelope, one identity encrypted per application;
 *   <li>every statement that writes in the transaction of the hub's door, as often and in the same order, prepared once:
 *       the kiosk's last contact; the head of the chain, opened and moved; per envelope its fact, and per application the
 *       next number of a change, its row, and the closing that it may undo; once per batch the change of the call; the
 *       opening of a chain; all positions in one statement;
 *   <li>one commit.
 * </ul>
 *
 * <p>Not counted, and so part of what the door costs above this: reading the body, its JSON and every message, the checks of
 * the chain, every {@code SELECT}, the route through Spring, and the ack.
 */
final class RawIngestion {

    private final Connection connection;
    private final Coffre coffre;
    private final OpeningKey opening;
    private final Ed25519Verify verifying;
    private final HybridDecrypt decrypt;
    private final Writes writes;

    RawIngestion(Connection connection, Coffre coffre, OpeningKey opening, VerifyingKey kiosk)
            throws SQLException, GeneralSecurityException {
        this.connection = connection;
        this.coffre = coffre;
        this.opening = opening;
        this.verifying = new Ed25519Verify(kiosk.raw().toArray());
        this.decrypt = decrypt(opening);
        this.writes = new Writes(connection);
        connection.setAutoCommit(false);
    }

    /** One envelope, taken apart. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte[] framed, byte[] signature, byte[] sealed, byte[] context, Row row) {}

    /** What is written of it; the identity is still in clear. */
    private record Row(Envelope envelope, Hash hash, Hash payload, Optional<Identity> identity) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Identity(CandidatureDeposee message, String code, byte[] clear) {}

    /** A batch taken apart. */
    record Pieces(Etat etat, List<Piece> pieces) {}

    /** Everything that is not measured. */
    Pieces takeApart(byte[] body) {
        var pieces = new ArrayList<Piece>();
        var batch = Batch.decode(body).orElseThrow();
        for (Signed signed : batch.envelopes()) {
            byte[] content = signed.content().toArray();
            var envelope = Envelope.decode(content).orElseThrow();
            var context = "cln-seal/1|" + envelope.kiosk() + "|" + envelope.id() + "|" + envelope.kind() + "|"
                    + envelope.keyId();
            pieces.add(new Piece(
                    Use.ENVELOPE.frame(content),
                    signed.signature().toArray(),
                    envelope.payload().toArray(),
                    context.getBytes(StandardCharsets.UTF_8),
                    new Row(envelope, signed.hash(), Hash.of(envelope.payload()), identity(envelope))));
        }
        return new Pieces(batch.etat(), pieces);
    }

    private Optional<Identity> identity(Envelope envelope) {
        var opened = opening.open(envelope.sealContext(), envelope.keyId(), envelope.payload());
        return opened.flatMap(bytes -> Message.decode(envelope.kind(), bytes))
                .flatMap(message -> message instanceof CandidatureDeposee deposee
                        ? Optional.of(new Identity(deposee, deposee.code().texte(), PlainIdentity.of(deposee.fiche())))
                        : Optional.empty());
    }

    /** The measured loop. */
    void ingest(Kiosk kiosk, Pieces batch) throws GeneralSecurityException, SQLException {
        for (Piece piece : batch.pieces()) {
            verifying.verify(piece.signature(), piece.framed());
            if (decrypt.decrypt(piece.sealed(), piece.context()).length == 0) {
                throw new GeneralSecurityException("nothing sealed");
            }
        }
        var rows = batch.pieces().stream().map(Piece::row).toList();
        writes.heard(kiosk, batch.etat());
        writes.head(rows.getFirst(), rows.getLast());
        boolean noted = false;
        for (Row row : rows) {
            writes.fact(row);
            if (row.identity().isPresent()) {
                var identity = row.identity().get();
                writes.numbered(!noted);
                noted = true;
                writes.candidature(row, identity, coffre.sceller(identity.clear(), identity.code()));
                writes.undoClosing(row);
            } else {
                writes.chainOpened(row);
            }
        }
        writes.envelopes(rows);
        connection.commit();
    }

    @AccessesPartialKey
    private static HybridDecrypt decrypt(OpeningKey key) throws GeneralSecurityException {
        var suite = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        var pair = HpkePrivateKey.create(
                HpkePublicKey.create(
                        suite, Bytes.copyFrom(key.sealingKey().raw().toArray()), null),
                SecretBytes.copyFrom(key.secret(), InsecureSecretKeyAccess.get()));
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(pair).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }

    /** The statements of the door's transaction, each prepared once. */
    private static final class Writes {
        private final PreparedStatement heard;
        private final PreparedStatement openHead;
        private final PreparedStatement moveHead;
        private final PreparedStatement fact;
        private final PreparedStatement number;
        private final PreparedStatement changed;
        private final PreparedStatement candidature;
        private final PreparedStatement undoClosing;
        private final PreparedStatement chainOpened;
        private final PreparedStatement envelopes;
        private final long now = System.currentTimeMillis();

        Writes(Connection connection) throws SQLException {
            heard = connection.prepareStatement("""
                    UPDATE kiosk SET last_contact_at = ?, queue = ?, disk_free = ?, version = ?, clock_ahead = ?,
                    devices = ?, queue_since = CASE WHEN ? = 0 THEN NULL ELSE coalesce(queue_since, ?) END
                    WHERE number = ?""");
            openHead = connection.prepareStatement("""
                    INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING""");
            moveHead = connection.prepareStatement("""
                    UPDATE kiosk_chain SET seq = ?, hash = ? WHERE kiosk = ? AND chain = ? AND seq = ? AND hash = ?""");
            fact = connection.prepareStatement("""
                    INSERT INTO fact (id, payload_hash, kind, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""");
            number = connection.prepareStatement("UPDATE changement_de_statut SET dernier = dernier + 1");
            changed = connection.prepareStatement("""
                    INSERT INTO registre_de_l_appel (appel, changement, gelee) VALUES (?, 1, 0)
                    ON CONFLICT (appel) DO UPDATE SET changement = registre_de_l_appel.changement + 1""");
            candidature = connection.prepareStatement("""
                    INSERT INTO candidature (code, envelope, appel, secteur, parite, classe, mairie, deposee_le,
                    recue_le, hors_delai, etat, precisions, identite, changement)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DEPOSEE', '', ?, (SELECT dernier FROM changement_de_statut))
                    ON CONFLICT DO NOTHING""");
            undoClosing = connection.prepareStatement("""
                    UPDATE cloture SET candidatures_depuis = candidatures_depuis + 1
                    WHERE borne = ? AND chaine = ? AND seq < ? AND rouverte_le IS NULL""");
            chainOpened = connection.prepareStatement("""
                    INSERT INTO chaine_ouverte (borne, chaine, numero, cause, precedente, precedente_seq, precedente_hash,
                    at, recue_le) SELECT ?, ?, coalesce(max(numero), 0) + 1, ?, NULL, NULL, NULL, ?, ? FROM chaine_ouverte
                    WHERE borne = ?""");
            envelopes = connection.prepareStatement("""
                    INSERT INTO envelope (kiosk, chain, seq, id, kind, at, offset_millis, key_id, hash, prev, payload_hash,
                    outcome, received_at) VALUES\s"""
                    + String.join(
                            ", ", Collections.nCopies(Batch.MAX_ENVELOPES, "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")));
        }

        void heard(Kiosk kiosk, Etat etat) throws SQLException {
            run(
                    heard,
                    now,
                    etat.queue(),
                    etat.diskFree(),
                    etat.version(),
                    etat.clock().toEpochMilli() - now,
                    "",
                    etat.queue(),
                    now,
                    kiosk.id().numero());
        }

        void head(Row first, Row last) throws SQLException {
            Envelope from = first.envelope();
            int kiosk = from.kiosk().numero();
            String chain = from.chain().hex();
            if (from.seq() == 1) {
                run(openHead, kiosk, chain, Hash.ZERO.hex());
            }
            run(
                    moveHead,
                    last.envelope().seq(),
                    last.hash().hex(),
                    kiosk,
                    chain,
                    from.seq() - 1,
                    from.prev().hex());
        }

        void fact(Row row) throws SQLException {
            Envelope e = row.envelope();
            run(fact, e.id().toString(), row.payload().hex(), e.kind().name(), now);
        }

        /** The number of a change, and once per transaction the change of the call. */
        void numbered(boolean first) throws SQLException {
            run(number);
            if (first) {
                run(changed, HubUnderLoad.APPEL);
            }
        }

        void candidature(Row row, Identity identity, byte[] sealed) throws SQLException {
            var fiche = identity.message().fiche();
            run(
                    candidature,
                    identity.code(),
                    row.envelope().id().toString(),
                    HubUnderLoad.APPEL,
                    fiche.secteur().name(),
                    fiche.parite().name(),
                    "DE_26_A_64",
                    "NORD",
                    row.envelope().at().toEpochMilli(),
                    now,
                    0,
                    sealed);
        }

        void undoClosing(Row row) throws SQLException {
            Envelope e = row.envelope();
            run(undoClosing, e.kiosk().numero(), e.chain().hex(), e.seq());
        }

        void chainOpened(Row row) throws SQLException {
            Envelope e = row.envelope();
            int kiosk = e.kiosk().numero();
            run(chainOpened, kiosk, e.chain().hex(), "PREMIERE", e.at().toEpochMilli(), now, kiosk);
        }

        /** Of a full batch: there is no other here. */
        void envelopes(List<Row> rows) throws SQLException {
            run(envelopes, rows.stream().flatMap(this::values).toArray());
        }

        private Stream<Object> values(Row row) {
            Envelope e = row.envelope();
            return Stream.of(
                    e.kiosk().numero(),
                    e.chain().hex(),
                    e.seq(),
                    e.id().toString(),
                    e.kind().name(),
                    e.at().toEpochMilli(),
                    e.offset().toMillis(),
                    e.keyId().hex(),
                    row.hash().hex(),
                    e.prev().hex(),
                    row.payload().hex(),
                    "ACCEPTED",
                    now);
        }

        private static void run(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
