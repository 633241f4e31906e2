package fr.roubaix.cln.hub.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * What the ingestion of a batch cannot do without, in a plain loop over values made ready beforehand: as many signatures
 * verified, seals opened and identities encrypted, the same rows into the same tables by prepared statements, one commit.
 * It parses nothing, checks nothing and answers nothing.
 */
final class RawIngestion {

    private final Connection connection;
    private final Coffre coffre;
    private final OpeningKey opening;
    private final Ed25519Verify verifying;
    private final HybridDecrypt decrypt;
    private final Inserts inserts;

    RawIngestion(Connection connection, Coffre coffre, OpeningKey opening, VerifyingKey kiosk)
            throws SQLException, GeneralSecurityException {
        this.connection = connection;
        this.coffre = coffre;
        this.opening = opening;
        this.verifying = new Ed25519Verify(kiosk.raw().toArray());
        this.decrypt = decrypt(opening);
        this.inserts = new Inserts(connection);
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
    record Pieces(List<Piece> pieces) {}

    /** Everything that is not measured. */
    Pieces takeApart(byte[] body) {
        var pieces = new ArrayList<Piece>();
        for (Signed signed : Batch.decode(body).orElseThrow().envelopes()) {
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
        return new Pieces(pieces);
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
            var row = piece.row();
            inserts.envelope(row);
            inserts.fact(row);
            if (row.identity().isPresent()) {
                var identity = row.identity().get();
                inserts.candidature(
                        row.envelope(),
                        identity.code(),
                        identity.message(),
                        coffre.sceller(identity.clear(), identity.code()));
            }
        }
        var last = batch.pieces().getLast().row();
        inserts.head(kiosk, last);
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

    /** The statements, each prepared once. */
    private static final class Inserts {
        private final PreparedStatement envelope;
        private final PreparedStatement fact;
        private final PreparedStatement candidature;
        private final PreparedStatement openChain;
        private final PreparedStatement moveHead;
        private final PreparedStatement heard;
        private final PreparedStatement changed;
        private final PreparedStatement numbered;
        private long number;
        private final long now = System.currentTimeMillis();

        Inserts(Connection connection) throws SQLException {
            envelope = connection.prepareStatement("""
                    INSERT INTO envelope (kiosk, chain, seq, id, kind, at, offset_millis, key_id, hash, prev,
                    payload_hash, outcome, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
            fact = connection.prepareStatement(
                    "INSERT INTO fact (id, payload_hash, kind, received_at) VALUES (?, ?, ?, ?)");
            candidature = connection.prepareStatement("""
                    INSERT INTO candidature (code, envelope, appel, secteur, parite, classe, mairie, deposee_le,
                    recue_le, hors_delai, etat, precisions, identite, changement)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'DEPOSEE', '', ?, ?)""");
            openChain = connection.prepareStatement("""
                    INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING""");
            moveHead = connection.prepareStatement(
                    "UPDATE kiosk_chain SET seq = ?, hash = ? WHERE kiosk = ? AND chain = ?");
            numbered = connection.prepareStatement("UPDATE changement_de_statut SET dernier = ?");
            heard = connection.prepareStatement("UPDATE kiosk SET last_contact_at = ?, queue = ? WHERE number = ?");
            changed = connection.prepareStatement(
                    "UPDATE registre_de_l_appel SET changement = changement + 1 WHERE appel = ?");
        }

        void envelope(Row row) throws SQLException {
            Envelope e = row.envelope();
            if (e.seq() == 1) {
                run(openChain, e.kiosk().numero(), e.chain().hex(), Hash.ZERO.hex());
            }
            run(
                    envelope,
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

        void fact(Row row) throws SQLException {
            Envelope e = row.envelope();
            run(fact, e.id().toString(), row.payload().hex(), e.kind().name(), now);
        }

        void candidature(Envelope e, String code, CandidatureDeposee message, byte[] identity) throws SQLException {
            run(
                    candidature,
                    code,
                    e.id().toString(),
                    HubUnderLoad.APPEL,
                    message.fiche().secteur().name(),
                    message.fiche().parite().name(),
                    "DE_26_A_64",
                    "NORD",
                    e.at().toEpochMilli(),
                    now,
                    identity,
                    ++number);
        }

        void head(Kiosk kiosk, Row last) throws SQLException {
            Envelope e = last.envelope();
            run(
                    moveHead,
                    e.seq(),
                    last.hash().hex(),
                    kiosk.id().numero(),
                    e.chain().hex());
            run(heard, now, 0, kiosk.id().numero());
            run(changed, HubUnderLoad.APPEL);
            run(numbered, number);
        }

        private static void run(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
