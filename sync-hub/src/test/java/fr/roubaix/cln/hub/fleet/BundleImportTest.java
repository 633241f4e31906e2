package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.hub.ingest.ImportDePaquet;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.RapportDePaquet;
import fr.roubaix.cln.hub.ingest.RapportDePaquet.Sort;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bundle.Content;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Outcome.Duplicate;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Use;

/** What a kiosk without network put on a stick, as the hub reads it, whatever happened to the stick. */
class BundleImportTest extends KioskAtTheDoor {

    private static final long SEED = 1122;

    @Test
    void a_bundle_is_taken_once_whatever_is_delivered_besides_and_however_often_it_is_brought() throws IOException {
        var lines = chain(250);
        deliver(lines.get(0), lines.get(1), lines.get(2));
        var first = bring(text(lines));
        assertThat(first.comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 3L, Sort.ACCEPTEE, 248L));
        assertThat(bring(text(lines)).comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 251L));
        assertThat(outcomes(deliver(lines.getLast()))).containsExactly(new Duplicate(new Accepted()));
        assertThat(hub.reception().stored()).isEqualTo(250);
        assertThat(hub.bornes().etats().getFirst().dernierContact())
                .as("the kiosk itself was heard at its delivery alone")
                .contains(hub.now());
    }

    @Test
    void the_return_holds_an_ack_for_every_envelope_the_head_of_the_chain_the_bulletin_and_the_statuses()
            throws IOException {
        hub.openCall();
        var lines = chain(250);
        var retour = returned(bring(text(lines)));
        assertThat(retour)
                .extracting(Bundle.Line::content)
                .containsExactly(Content.ACK, Content.ACK, Content.ACK, Content.ACK, Content.BULLETIN, Content.STATUTS);
        var acks = retour.stream()
                .filter(line -> line.content() == Content.ACK)
                .map(line -> ack(line.signed()))
                .toList();
        assertThat(acks.stream().flatMap(ack -> ack.answers().stream()).map(Ack.Answer::envelope))
                .containsExactlyElementsOf(lines.stream().map(Signed::hash).toList());
        assertThat(acks.getLast().answers()).isEmpty();
        assertThat(acks.getLast().contiguousSeq()).isEqualTo(251);
        assertThat(acks.getLast().chainHash()).isEqualTo(kiosk.head.hash());
        assertThat(link.trusted
                        .verify(retour.get(4).signed())
                        .orElseThrow()
                        .bulletin()
                        .appels())
                .hasSize(1);
        var statuses = retour.getLast().signed();
        assertThat(statuses.verifiedBy(link.trusted.signing(), Use.STATUTS)).isTrue();
        assertThat(StatusPage.decode(statuses.content().toArray())).isPresent();
    }

    @Test
    void lines_edited_by_hand_are_told_by_number_and_leave_nothing() throws IOException {
        var lines = chain(3);
        var stranger = new RemoteKiosk();
        stranger.seal = kiosk.seal;
        stranger.id = new fr.roubaix.cln.sync.KioskId(4000);
        var forged = Signed.by(
                SigningKey.generate(), Use.ENVELOPE, lines.get(1).content().toArray());
        String bundle = lines.get(0).text() + "\n"
                + forged.text() + "\n"
                + "n’importe quoi\n"
                + "\n"
                + lines.get(1).text() + "\r\n"
                + stranger.opening().text() + "\n"
                + "x".repeat(Bundle.MAX_LINE + 5) + "\n"
                + lines.get(2).text() + "\n"
                + lines.get(1).text() + "\n"
                + lines.get(2).text().substring(0, 40);
        var rapport = bring(bundle);
        assertThat(rapport.lignes().stream().map(RapportDePaquet.Ligne::sort))
                .containsExactly(
                        Sort.ACCEPTEE,
                        Sort.FALSIFIEE,
                        Sort.ILLISIBLE,
                        Sort.ILLISIBLE,
                        Sort.ILLISIBLE,
                        Sort.BORNE_INCONNUE,
                        Sort.ILLISIBLE,
                        Sort.TROU,
                        Sort.ACCEPTEE,
                        Sort.ILLISIBLE);
        assertThat(rapport.lignes().stream().map(RapportDePaquet.Ligne::numero))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(hub.reception().stored()).isEqualTo(1);
        assertThat(returned(rapport).stream()
                        .filter(line -> line.content() == Content.ACK)
                        .flatMap(line -> ack(line.signed()).answers().stream())
                        .map(answer -> answer.outcome().toString()))
                .as("the kiosk is not accused of what somebody wrote on the stick")
                .noneMatch(outcome -> outcome.contains("Forged"));
    }

    @Test
    void what_the_disk_of_a_replaced_terminal_still_held_is_taken_and_only_the_present_terminal_is_answered()
            throws IOException {
        var old = chain(3);
        deliver(old.get(0), old.get(1));
        hub.bean(Kiosks.class).renew(kiosk.id, SigningKey.generate().verifyingKey(), hub.now());
        var present = new RemoteKiosk();
        present.id = kiosk.id;
        present.seal = kiosk.seal;
        hub.bean(Kiosks.class).renew(present.id, present.key.verifyingKey(), hub.now());
        assertThat(link.post(kiosk.batch(old.get(2)).encode()).status())
                .as("the old terminal itself")
                .isEqualTo(401);
        var lines = new ArrayList<>(old);
        lines.add(present.opening());
        lines.add(present.candidature(7));
        var rapport = bring(text(lines));
        assertThat(rapport.comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 2L, Sort.ACCEPTEE, 4L));
        assertThat(hub.reception().stored()).isEqualTo(4);
        assertThat(returned(rapport).stream()
                        .filter(line -> line.content() == Content.ACK)
                        .map(line -> ack(line.signed()).chain()))
                .isNotEmpty()
                .containsOnly(present.head.chain());
        assertThat(bring(text(lines)).comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 6L));
        hub.bean(Kiosks.class).revoke(present.id, hub.now());
        assertThat(bring(text(old)).comptes()).isEqualTo(Map.of(Sort.BORNE_REVOQUEE, 4L));
    }

    @Test
    void a_revoked_kiosk_a_conflict_and_what_the_hub_cannot_use_have_each_their_word() throws IOException {
        var opening = kiosk.opening();
        var one = kiosk.candidature(1);
        var unusable = kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[40]));
        var other = kiosk.at(2, opening.hash(), RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[60]));
        assertThat(bring(text(List.of(opening, one, unusable, other))).lignes())
                .extracting(RapportDePaquet.Ligne::sort)
                .containsExactly(Sort.ACCEPTEE, Sort.ACCEPTEE, Sort.MISE_DE_COTE, Sort.CONFLIT);
        hub.bean(Kiosks.class).revoke(kiosk.id, hub.now());
        assertThat(bring(text(List.of(kiosk.candidature(2)))).lignes())
                .extracting(RapportDePaquet.Ligne::sort)
                .containsExactly(Sort.BORNE_REVOQUEE);
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void what_the_hub_fails_on_waits_for_the_same_file_again_and_what_stands_before_is_taken() throws IOException {
        var lines = new ArrayList<>(chain(2));
        lines.add(kiosk.candidature(FakeReception.POISON.bits()));
        lines.add(kiosk.candidature(9));
        assertThat(bring(text(lines)).lignes())
                .extracting(RapportDePaquet.Ligne::sort)
                .endsWith(Sort.A_REPRENDRE, Sort.TROU);
        assertThat(hub.reception().stored()).isEqualTo(2);
        hub.reception().repaired = true;
        assertThat(bring(text(lines)).comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 3L, Sort.ACCEPTEE, 2L));
        assertThat(hub.reception().stored()).isEqualTo(4);
    }

    @Test
    void lines_in_any_order_brought_again_until_nothing_is_missing_equal_the_chain() throws IOException {
        var lines = new ArrayList<>(chain(30));
        Collections.shuffle(lines, new Random(SEED));
        for (int i = 0; i < 31; i++) {
            bring(text(lines));
        }
        assertThat(bring(text(lines)).comptes()).as("seed %d", SEED).isEqualTo(Map.of(Sort.DEJA_RECUE, 31L));
        assertThat(hub.reception().stored()).isEqualTo(30);
    }

    @Test
    void a_bundle_brought_while_the_kiosk_delivers_the_same_adds_nothing() throws Exception {
        var lines = chain(60);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var brought = threads.submit(() -> bring(text(lines)));
            var delivered = threads.submit(() -> {
                for (int i = 0; i < lines.size(); i += 5) {
                    deliver(lines.subList(i, Math.min(lines.size(), i + 5)).toArray(Signed[]::new));
                }
                return true;
            });
            assertThat(brought.get().comptes().keySet()).isSubsetOf(Sort.ACCEPTEE, Sort.DEJA_RECUE);
            assertThat(delivered.get()).isTrue();
        }
        assertThat(bring(text(lines)).comptes()).isEqualTo(Map.of(Sort.DEJA_RECUE, 61L));
        assertThat(hub.reception().stored()).isEqualTo(60);
    }

    @Test
    void thousands_of_lines_are_read_as_they_come() throws IOException {
        var heartbeat = chain(0);
        var text = (heartbeat.getFirst().text() + "\n").getBytes(StandardCharsets.US_ASCII);
        var repeated = Collections.enumeration(Collections.nCopies(2_000, text).stream()
                .map(ByteArrayInputStream::new)
                .toList());
        try (InputStream stick = new java.io.SequenceInputStream(repeated)) {
            assertThat(hub.bean(ImportDePaquet.class).importer(stick).comptes())
                    .isEqualTo(Map.of(Sort.ACCEPTEE, 1L, Sort.DEJA_RECUE, 1_999L));
        }
    }

    private List<Signed> chain(int applications) {
        var lines = new ArrayList<>(List.of(kiosk.opening()));
        for (int i = 1; i <= applications; i++) {
            lines.add(kiosk.candidature(i));
        }
        return lines;
    }

    private static String text(List<Signed> lines) {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    private RapportDePaquet bring(String bundle) throws IOException {
        return hub.bean(ImportDePaquet.class)
                .importer(new ByteArrayInputStream(bundle.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Bundle.Line> returned(RapportDePaquet rapport) {
        return Arrays.stream(new String(rapport.retour().toArray(), StandardCharsets.US_ASCII).split("\n"))
                .map(line -> Bundle.Line.parse(line).orElseThrow())
                .toList();
    }

    private Ack ack(Signed signed) {
        assertThat(signed.verifiedBy(link.trusted.signing(), Use.ACK)).isTrue();
        return Ack.decode(signed.content().toArray()).orElseThrow();
    }
}
