package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** Something at the address of the hub, with its keys or not, that answers what it is told to. */
final class StrangeHub implements AutoCloseable {

    static final KioskId KIOSK = new KioskId(7);
    static final HubEpoch EPOCH = new HubEpoch("00000000000000aa");

    final SigningKey signing = SigningKey.generate();
    private final OpeningKey opening = OpeningKey.generate();
    private final HttpServer server;
    private final Map<ChainId, List<Signed>> chains = new HashMap<>();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong bulletins = new AtomicLong();
    private final AtomicLong serial = new AtomicLong(100);
    private volatile Function<Ack, byte[]> ackSaid = this::honest;
    private volatile Function<Bulletin, byte[]> bulletinSaid = this::honest;
    private volatile byte[] earlier = {};
    private volatile int status = 200;

    StrangeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/borne/v1/enrolment",
                exchange -> answer(exchange, 200, enrolment().encode()));
        server.createContext(SimulatedKiosk.ENVELOPES, this::receive);
        server.createContext("/api/borne/v1/bulletin", this::bulletin);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers batches with this instead of the signed truth; the envelopes of these batches are not held. */
    void answerBatches(int code, Function<Ack, byte[]> with) {
        status = code;
        ackSaid = with;
    }

    void answerHonestly() {
        status = 200;
        ackSaid = this::honest;
        bulletinSaid = this::honest;
    }

    void answerBulletins(Function<Bulletin, byte[]> with) {
        bulletinSaid = with;
    }

    /** The first true ack of some envelopes. */
    byte[] earlier() {
        return earlier;
    }

    long batches() {
        return batches.get();
    }

    long bulletins() {
        return bulletins.get();
    }

    long serial() {
        return serial.get();
    }

    void newBulletin() {
        serial.incrementAndGet();
    }

    byte[] honest(Ack ack) {
        return text(Signed.by(signing, Use.ACK, ack.encode()));
    }

    byte[] honest(Bulletin bulletin) {
        return text(Signed.by(signing, Use.BULLETIN, bulletin.encode()));
    }

    static byte[] text(Signed signed) {
        return signed.text().getBytes(StandardCharsets.US_ASCII);
    }

    private EnrolmentResponse enrolment() {
        return new EnrolmentResponse.Enrolled(
                KIOSK,
                Secteur.NORD,
                1,
                opening.sealingKey(),
                signing.verifyingKey(),
                Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        var batch = Batch.decode(exchange.getRequestBody().readAllBytes()).orElseThrow();
        var held = chains.computeIfAbsent(batch.chain(), _ -> new ArrayList<>());
        int before = held.size();
        var answers = batch.envelopes().stream()
                .map(signed -> new Ack.Answer(signed.hash(), place(held, signed)))
                .toList();
        var head = held.isEmpty() ? Hash.ZERO : held.getLast().hash();
        var truth = new Ack(
                KIOSK,
                batch.chain(),
                held.size(),
                head,
                answers,
                0,
                EPOCH,
                Instant.ofEpochMilli(System.currentTimeMillis()));
        byte[] said = ackSaid.apply(truth);
        if (!Arrays.equals(said, honest(truth))) {
            // It lied, so it holds nothing: what it said must not count.
            held.subList(before, held.size()).clear();
        } else if (!answers.isEmpty() && earlier.length == 0) {
            earlier = said;
        }
        batches.incrementAndGet();
        answer(exchange, status, said);
    }

    private static Outcome place(List<Signed> held, Signed signed) {
        long seq = Envelope.decode(signed.content().toArray()).orElseThrow().seq();
        if (seq <= held.size()) {
            return new Outcome.Duplicate(new Outcome.Accepted());
        }
        if (seq > held.size() + 1) {
            return new Outcome.Gap(held.size() + 1);
        }
        held.add(signed);
        return new Outcome.Accepted();
    }

    private void bulletin(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var truth = new Bulletin(
                serial.get(),
                Instant.EPOCH,
                "2025",
                List.of(),
                List.of(),
                "07 88 95 77 06",
                List.of(),
                List.of(),
                List.of());
        byte[] said = bulletinSaid.apply(truth);
        bulletins.incrementAndGet();
        exchange.getResponseHeaders().set("ETag", "\"" + bulletins.get() + "\"");
        answer(exchange, 200, said);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "http://localhost:1/");
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
