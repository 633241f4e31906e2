package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;

class WireFormatTest {

    private static final String ENVELOPE = "{\"v\":1,\"kiosk\":3,\"chain\":\"00f1e2d3c4b5a697\",\"seq\":2,"
            + "\"id\":\"0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b\",\"kind\":\"CANDIDATURE\",\"at\":1790000000123,"
            + "\"offset\":-42,\"keyId\":\"0123456789abcdef\","
            + "\"prev\":\"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a\",\"payload\":\"AQID_w\"}";

    @Test
    void the_bytes_of_an_envelope_are_these_and_no_others() {
        byte[] bytes = Samples.envelope().encode();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(ENVELOPE);
        assertThat(Envelope.decode(bytes)).contains(Samples.envelope());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " %s",
                "%s ",
                "%s%s",
                "[%s]",
                "",
                "null",
                "{}",
                "{\"v\":1}",
            })
    void what_surrounds_an_envelope_is_not_tolerated(String form) {
        assertThat(Envelope.decode(form.formatted(ENVELOPE, ENVELOPE).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void another_spelling_of_the_same_envelope_is_refused() {
        for (String other : List.of(
                ENVELOPE.replace("\"v\":1,", "\"v\":2,"),
                ENVELOPE.replace("\"v\":1,\"kiosk\":3", "\"kiosk\":3,\"v\":1"),
                ENVELOPE.replace("\"seq\":2", "\"seq\":2.0"),
                ENVELOPE.replace("\"seq\":2", "\"seq\":\"2\""),
                ENVELOPE.replace("\"seq\":2", "\"seq\":2,\"seq\":2"),
                ENVELOPE.replace("\"seq\":2", "\"seq\":0"),
                ENVELOPE.replace("\"kiosk\":3", "\"kiosk\":65536"),
                ENVELOPE.replace("AQID_w", "AQID_x"),
                ENVELOPE.replace("AQID_w", "AQID_w=="),
                ENVELOPE.replace("0190a1b2", "0190A1B2"),
                ENVELOPE.replace("CANDIDATURE", "\\u0043ANDIDATURE"),
                ENVELOPE.replace("}", ",\"extra\":null}"))) {
            assertThat(other).isNotEqualTo(ENVELOPE);
            assertThat(Envelope.decode(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void an_unknown_kind_travels_in_the_same_envelope() {
        byte[] bytes = ENVELOPE.replace("CANDIDATURE", "GENRE_A_VENIR").getBytes(StandardCharsets.UTF_8);
        assertThat(Envelope.decode(bytes)).map(Envelope::kind).contains(new Kind("GENRE_A_VENIR"));
    }

    @Test
    void an_envelope_over_64_KiB_is_refused() {
        var fat = new Envelope(
                Samples.KIOSK,
                Samples.CHAIN,
                1,
                Samples.ID,
                Kind.OUVERTURE,
                Samples.AT,
                java.time.Duration.ZERO,
                new KeyId("0123456789abcdef"),
                Hash.ZERO,
                Bytes.of(new byte[Envelope.MAX_BYTES]));
        assertThat(Envelope.decode(fat.encode())).isEmpty();
    }

    @Test
    void everything_that_travels_is_read_as_it_was_written() {
        assertThat(Ack.decode(Samples.ack().encode())).contains(Samples.ack());
        var bulletin = Samples.bulletin();
        assertThat(Bulletin.decode(bulletin.encode())).contains(bulletin);
        Message deposee = Samples.candidature();
        assertThat(Message.decode(Kind.CANDIDATURE, deposee.encode())).contains(deposee);
        Message ouverte = new ChaineOuverte(new ChainHead(Samples.CHAIN, 4, Samples.HASH), Cause.CONFLIT);
        assertThat(Message.decode(Kind.OUVERTURE, ouverte.encode())).contains(ouverte);
        assertThat(Message.decode(Kind.RETRAIT, deposee.encode())).isEmpty();
        for (Message message : List.of(
                new Message.ClotureDeclaree(new AppelId("2027"), new AgentId("m.diallo"), 3, 1),
                new Message.ReouvertureDeclaree(new AppelId("2027")),
                new Message.EvenementSurvenu(Message.Nature.HORLOGE, "écart 86400 s"),
                new ChaineOuverte(null, Cause.PREMIERE))) {
            assertThat(Message.decode(message.kind(), message.encode())).contains(message);
        }
        var page = new StatusPage(
                new HubEpoch("89abcdef01234567"),
                3,
                9,
                true,
                Samples.AT,
                List.of(new StatusPage.Ligne(new ReceiptCode(77), Statut.RECEVABLE)));
        assertThat(StatusPage.decode(page.encode())).contains(page);
        var batch = new Batch(
                Samples.CHAIN,
                List.of(Signed.by(
                        SigningKey.generate(), Use.ENVELOPE, Samples.envelope().encode())),
                Samples.etat());
        assertThat(Batch.decode(batch.encode())).contains(batch);
    }

    @Test
    void a_bulletin_of_a_hub_that_never_changed_its_keys_is_written_as_before_keys_were_told() {
        var bulletin = new Bulletin(
                1, Samples.AT, "2025", List.of(), List.of(), "", List.of(), List.of(), List.of(), List.of());
        assertThat(new String(bulletin.encode(), java.nio.charset.StandardCharsets.UTF_8))
                .endsWith("\"successions\":[]}");
        assertThat(Bulletin.decode(bulletin.encode())).contains(bulletin);
    }

    @Test
    void a_line_of_a_return_is_read_as_it_was_written_and_nothing_else_is() {
        var signed = Signed.by(SigningKey.generate(), Use.ACK, Samples.ack().encode());
        var line = new Bundle.Line(Bundle.Content.ACK, signed);
        assertThat(Bundle.Line.parse(line.text())).contains(line);
        for (String other :
                List.of("", "ACK", "ack " + signed.text(), "ACK  " + signed.text(), line.text() + " ", signed.text())) {
            assertThat(Bundle.Line.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void an_enrolment_request_counts_only_when_signed_by_the_key_it_presents() {
        var key = SigningKey.generate();
        var request = new EnrolmentRequest("ABCD2345", key.verifyingKey(), null, "Accueil", 2);
        String own = Signed.by(key, Use.REQUEST, request.encode()).text();
        String stranger =
                Signed.by(SigningKey.generate(), Use.REQUEST, request.encode()).text();
        String otherUse = Signed.by(key, Use.ENVELOPE, request.encode()).text();
        assertThat(EnrolmentRequest.verified(own)).contains(request);
        assertThat(EnrolmentRequest.verified(stranger)).isEmpty();
        assertThat(EnrolmentRequest.verified(otherUse)).isEmpty();
    }

    @Test
    void an_enrolment_response_is_read_as_it_was_written() {
        EnrolmentResponse enrolled = new EnrolmentResponse.Enrolled(
                Samples.KIOSK,
                fr.roubaix.cln.domaine.secteur.Secteur.SUD,
                2,
                OpeningKey.generate().sealingKey(),
                SigningKey.generate().verifyingKey(),
                Samples.AT);
        EnrolmentResponse refused = new EnrolmentResponse.Refused(EnrolmentResponse.Reason.CODE_REFUSE);
        assertThat(EnrolmentResponse.decode(enrolled.encode())).contains(enrolled);
        assertThat(EnrolmentResponse.decode(refused.encode())).contains(refused);
        assertThat(EnrolmentResponse.decode("{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_batch_of_more_than_a_hundred_envelopes_cannot_be_made() {
        var one = Signed.by(SigningKey.generate(), Use.ENVELOPE, new byte[] {1});
        var many =
                IntStream.range(0, Batch.MAX_ENVELOPES + 1).mapToObj(_ -> one).toList();
        assertThatThrownBy(() -> new Batch(Samples.CHAIN, many, Samples.etat()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_are_uuids_of_version_7_that_carry_the_time() {
        var clock = Clock.fixed(Samples.AT, ZoneOffset.UTC);
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var uuid = EnvelopeId.mint(clock, random).uuid();
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(Samples.AT.toEpochMilli());
        }
    }
}
