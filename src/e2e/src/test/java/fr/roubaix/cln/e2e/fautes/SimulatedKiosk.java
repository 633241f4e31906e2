package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.demo.CandidaturesFictives;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/**
 * A kiosk made of nothing but the contract of the wire, for what a real one would never do and for more deliveries than
 * real ones could make. It enrols and delivers at the door of the real hub, over HTTP.
 */
final class SimulatedKiosk {

    static final String ENVELOPES = "/api/borne/v1/envelopes";
    static final String ENROLMENT = "/api/borne/v1/enrolment";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    final SigningKey key = SigningKey.generate();
    final Enrolled enrolled;
    final ChainId chain;
    final List<Signed> envelopes = new ArrayList<>();

    private final URI hub;
    private final Random random;
    private final List<FicheDeCandidature> people;

    private SimulatedKiosk(HubProcess hub, Secteur mairie, Random random) throws SQLException, IOException {
        this.hub = URI.create("http://localhost:" + hub.port());
        this.random = random;
        this.chain = ChainId.mint(random);
        this.people = new CandidaturesFictives(random, LocalDate.of(2026, 1, 1)).toutes();
        this.enrolled = enrol(hub.code(mairie), mairie);
    }

    /** A kiosk that the hub has just enrolled; its chain holds its opening. */
    static SimulatedKiosk enrolled(HubProcess hub, Secteur mairie, Random random) throws SQLException, IOException {
        var kiosk = new SimulatedKiosk(hub, mairie, random);
        kiosk.append(kiosk.mint(), new ChaineOuverte(null, Message.Cause.PREMIERE));
        return kiosk;
    }

    private Enrolled enrol(String code, Secteur mairie) throws IOException {
        var request = new EnrolmentRequest(code, key.verifyingKey(), mairie, "Borne simulée");
        byte[] body = Signed.by(key, Use.REQUEST, request.encode()).text().getBytes(StandardCharsets.US_ASCII);
        var answer = send(HttpRequest.newBuilder(hub.resolve(ENROLMENT))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        return (Enrolled) EnrolmentResponse.decode(answer.body())
                .filter(Enrolled.class::isInstance)
                .orElseThrow(() -> new AssertionError("not enrolled: " + answer.statusCode()));
    }

    EnvelopeId mint() {
        return EnvelopeId.mint(Clock.systemUTC(), random);
    }

    /** Appends one more application to the chain. */
    Signed deposit() {
        return append(mint(), application());
    }

    CandidatureDeposee application() {
        return new CandidatureDeposee(
                new ReceiptCode(random.nextLong(1L << 45)), people.get(random.nextInt(people.size())));
    }

    Signed append(EnvelopeId id, Message message) {
        var signed = at(envelopes.size() + 1L, head(), id, message.kind(), sealed(id, message));
        envelopes.add(signed);
        return signed;
    }

    Bytes sealed(EnvelopeId id, Message message) {
        return enrolled.sealingKey().seal(new SealContext(enrolled.kiosk(), id, message.kind()), message.encode());
    }

    Hash head() {
        return envelopes.isEmpty() ? Hash.ZERO : envelopes.getLast().hash();
    }

    /** An envelope anywhere, signed as genuine; the chain does not move. */
    Signed at(long seq, Hash prev, EnvelopeId id, Kind kind, Bytes payload) {
        return Signed.by(
                key, Use.ENVELOPE, envelope(seq, prev, id, kind, payload).encode());
    }

    Envelope envelope(long seq, Hash prev, EnvelopeId id, Kind kind, Bytes payload) {
        return new Envelope(
                enrolled.kiosk(),
                chain,
                seq,
                id,
                kind,
                Instant.ofEpochMilli(System.currentTimeMillis()),
                Duration.ZERO,
                enrolled.sealingKey().id(),
                prev,
                payload);
    }

    byte[] batch(List<Signed> some) {
        return new Batch(
                        chain,
                        some,
                        new Etat(
                                some.size(),
                                1,
                                List.of(),
                                "campagne",
                                Instant.ofEpochMilli(System.currentTimeMillis())))
                .encode();
    }

    /** The same signed request may be sent any number of times. */
    HttpRequest request(byte[] body) {
        return request(body, Instant.now());
    }

    HttpRequest request(byte[] body, Instant claim) {
        var signed = new Request("POST", ENVELOPES, Bytes.of(body));
        return request(
                body,
                RequestAuthorization.sign(key, enrolled.kiosk(), signed, claim).header());
    }

    HttpRequest request(byte[] body, String authorization) {
        return HttpRequest.newBuilder(hub.resolve(ENVELOPES))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Delivers envelopes and gives the ack, whose signature is verified. */
    Ack deliver(List<Signed> some) throws IOException {
        return ack(send(request(batch(some))));
    }

    /** The verified ack in an answer. */
    Ack ack(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError("the hub answered " + answer.statusCode());
        }
        return Signed.parse(new String(answer.body(), StandardCharsets.US_ASCII))
                .filter(signed -> signed.verifiedBy(enrolled.signingKey(), Use.ACK))
                .flatMap(signed -> Ack.decode(signed.content().toArray()))
                .filter(ack ->
                        ack.kiosk().equals(enrolled.kiosk()) && ack.chain().equals(chain))
                .orElseThrow(() -> new AssertionError("not an ack of the hub for this kiosk"));
    }

    /** What the hub holds of this chain against what was made: lost, and twice. */
    Finding.Tally compared(HubProcess process) throws SQLException {
        var held = process.chain(chain.hex());
        var made = envelopes.stream().map(signed -> signed.hash().hex()).toList();
        if (!held.equals(made.subList(0, Math.min(held.size(), made.size())))) {
            throw new AssertionError("the hub holds another chain than the kiosk");
        }
        long applications = process.applications(chain.hex());
        long lost = made.size() - held.size() + Math.max(0, held.size() - 1 - applications);
        long twice = Math.max(0, applications - (held.size() - 1));
        return new Finding.Tally(lost, twice, 0, 0);
    }
}
