package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/** A hub in this process that holds one chain, can be stopped and started on its port, and made to misbehave. */
public final class FakeHub implements AutoCloseable {

    public static final String CODE = "ABCD2345";
    static final String OTHER_CODE = "EFGH6789";
    static final KioskId KIOSK = new KioskId(3);

    final List<Signed> held = new CopyOnWriteArrayList<>();
    final AtomicInteger batches = new AtomicInteger();
    final AtomicInteger bulletins = new AtomicInteger();
    /** A batch of more than this is answered 400, as one that is none. */
    volatile int readable = Batch.MAX_ENVELOPES;
    /** A batch of more than this is never answered. */
    volatile int answered = Batch.MAX_ENVELOPES;

    /** What every door asks those who come to wait for; empty: nothing. */
    volatile String rest = "";

    /** Requests sent away because of that. */
    final AtomicInteger sentAway = new AtomicInteger();

    volatile UnaryOperator<Answer> misbehaviour = UnaryOperator.identity();
    volatile long serial = 1;
    volatile KioskId number = KIOSK;
    volatile int receiptKey = 1;
    /** What the last enrolment said of the key before. */
    volatile int lastKey;

    volatile HubEpoch epoch = new HubEpoch("0000000000000001");
    volatile SigningKey bulletinSigner;

    /** The address base given out, the key that signs its edition, and what is done to its pieces; none at first. */
    volatile byte[] addresses = new byte[0];

    volatile Instant addressesAt = Instant.EPOCH;
    volatile SigningKey addressesSigner;
    volatile UnaryOperator<byte[]> pieces = UnaryOperator.identity();
    final AtomicInteger editions = new AtomicInteger();
    private volatile List<Bulletin.AppelPublie> calls = List.of();

    private final OpeningKey opening = OpeningKey.generate();
    private final SigningKey signing = SigningKey.generate();
    private int port;
    private HttpServer server;
    private volatile VerifyingKey kiosk;

    public FakeHub() {
        bulletinSigner = signing;
        addressesSigner = signing;
    }

    record Answer(int status, Bytes content) {
        /** The connection stays open, and nothing comes. */
        static final Answer NONE = new Answer(0, new byte[0]);

        Answer(int status, byte[] body) {
            this(status, Bytes.of(body));
        }

        byte[] body() {
            return content.toArray();
        }
    }

    public FakeHub start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        port = server.getAddress().getPort();
        server.createContext("/api/borne/v1/enrolment", exchange -> answer(exchange, this::enrol));
        server.createContext("/api/borne/v1/envelopes", exchange -> answer(exchange, this::receive));
        server.createContext("/api/borne/v1/bulletin", exchange -> answer(exchange, this::bulletin));
        server.createContext("/api/borne/v1/adresses", exchange -> answer(exchange, this::edition));
        server.createContext("/api/borne/v1/adresses/fichier", exchange -> answer(exchange, this::piece));
        server.start();
        return this;
    }

    /** What the next bulletin says of calls. */
    public void publish(Bulletin.AppelPublie... appels) {
        calls = List.of(appels);
        serial = bulletins.get() + 2L;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    SigningKey signing() {
        return signing;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Handler {
        Answer handle(HttpExchange exchange, byte[] body);
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!rest.isEmpty()) {
            sentAway.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", rest);
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
        }
        var answer = handler.handle(exchange, body);
        if (answer.equals(Answer.NONE)) {
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private Answer enrol(HttpExchange exchange, byte[] body) {
        var request = EnrolmentRequest.verified(new String(body, StandardCharsets.US_ASCII))
                .orElseThrow();
        if (!request.code().equals(CODE) && !request.code().equals(OTHER_CODE)) {
            return new Answer(403, new EnrolmentResponse.Refused(EnrolmentResponse.Reason.CODE_REFUSE).encode());
        }
        kiosk = request.key();
        lastKey = request.lastKey();
        return new Answer(
                200,
                new EnrolmentResponse.Enrolled(
                                number,
                                Secteur.NORD,
                                receiptKey,
                                opening.sealingKey(),
                                signing.verifyingKey(),
                                Instant.EPOCH)
                        .encode());
    }

    /** What the first envelope of a chain says. */
    ChaineOuverte opened(Signed signed) {
        var first = Envelope.decode(signed.content().toArray()).orElseThrow();
        return (ChaineOuverte) opening.open(first.sealContext(), first.keyId(), first.payload())
                .flatMap(opened -> Message.decode(first.kind(), opened))
                .orElseThrow();
    }

    private Answer receive(HttpExchange exchange, byte[] body) {
        batches.incrementAndGet();
        if (!authorized(exchange, body)) {
            return new Answer(401, new byte[0]);
        }
        var read = Batch.decode(body).filter(sent -> sent.envelopes().size() <= readable);
        if (read.isEmpty()) {
            return new Answer(400, new byte[0]);
        }
        var batch = read.get();
        if (batch.envelopes().size() > answered) {
            return Answer.NONE;
        }
        var answers = new ArrayList<Ack.Answer>();
        for (Signed signed : batch.envelopes()) {
            answers.add(new Ack.Answer(signed.hash(), place(signed)));
        }
        String ack = Signed.by(signing, Use.ACK, ack(batch.chain(), answers).encode())
                .text();
        return misbehaviour.apply(new Answer(200, ack.getBytes(StandardCharsets.US_ASCII)));
    }

    private Outcome place(Signed signed) {
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

    private Ack ack(ChainId chain, List<Ack.Answer> answers) {
        var hash = held.isEmpty() ? Hash.ZERO : held.getLast().hash();
        return new Ack(KIOSK, chain, held.size(), hash, answers, 0, epoch, Instant.ofEpochMilli(1));
    }

    private Answer bulletin(HttpExchange exchange, byte[] body) {
        if (!authorized(exchange, body)) {
            return new Answer(401, new byte[0]);
        }
        bulletins.incrementAndGet();
        String etag = "\"" + serial + "\"";
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            return new Answer(304, new byte[0]);
        }
        exchange.getResponseHeaders().set("ETag", etag);
        var bulletin = new Bulletin(
                serial, Instant.EPOCH, "2025", calls, List.of(), "07 88 95 77 06", List.of(), List.of(), List.of());
        return new Answer(
                200,
                Signed.by(bulletinSigner, Use.BULLETIN, bulletin.encode())
                        .text()
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Answer edition(HttpExchange exchange, byte[] body) {
        if (!authorized(exchange, body)) {
            return new Answer(401, new byte[0]);
        }
        editions.incrementAndGet();
        if (addresses.length == 0) {
            return new Answer(204, new byte[0]);
        }
        var edition = new AddressEdition(Hash.of(addresses), addresses.length, addressesAt);
        return new Answer(
                200,
                Signed.by(addressesSigner, Use.ADRESSES, edition.encode())
                        .text()
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Answer piece(HttpExchange exchange, byte[] body) {
        if (!authorized(exchange, body)) {
            return new Answer(401, new byte[0]);
        }
        String query = exchange.getRequestURI().getQuery();
        int from = Integer.parseInt(query.substring(query.indexOf("depuis=") + 7));
        if (!query.startsWith("empreinte=" + Hash.of(addresses).hex() + "&")) {
            return new Answer(404, new byte[0]);
        }
        int end = Math.min(addresses.length, from + 4_096);
        return new Answer(200, pieces.apply(java.util.Arrays.copyOfRange(addresses, from, end)));
    }

    private boolean authorized(HttpExchange exchange, byte[] body) {
        var request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), Bytes.of(body));
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .flatMap(RequestAuthorization::parse)
                .filter(claim -> claim.verifies(kiosk, request))
                .isPresent();
    }
}
