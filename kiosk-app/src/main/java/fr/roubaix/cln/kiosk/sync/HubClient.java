package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.kiosk.sync.Delivery.Busy;
import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Sent;
import fr.roubaix.cln.kiosk.sync.Delivery.TooSlow;
import fr.roubaix.cln.kiosk.sync.Delivery.Unread;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Signer;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Use;

/** Speaks the contract of the hub's door, and believes no answer that the hub did not sign. */
final class HubClient {

    private static final Logger LOG = LoggerFactory.getLogger(HubClient.class);

    private static final String ROOT = "/api/borne/v1/";

    private final HubTransport transport;
    private final KioskIdentity identity;

    HubClient(HubTransport transport, KioskIdentity identity) {
        this.transport = transport;
        this.identity = identity;
    }

    /** Delivers a batch. Never throws for what the network or the hub does. */
    Delivery send(Batch batch) {
        var enrolled = identity.enrolled().orElseThrow();
        try {
            var answer = transport.signedPost(
                    enrolled.hub(), enrolled.kiosk(), ROOT + "envelopes", batch.encode(), Ack.MAX_TEXT);
            return switch (answer.statusCode()) {
                case 200 -> delivery(enrolled, batch, text(answer));
                case 400 -> new Unread(batch);
                case 401, 403 -> new Failed(batch, Fault.UNAUTHORIZED);
                case 413 -> new Failed(batch, Fault.TOO_LARGE);
                default -> new Failed(batch, Fault.REJECTED);
            };
        } catch (HubBusyException e) {
            LOG.debug("the hub is busy", e);
            return new Busy(batch, e.remaining());
        } catch (HttpTimeoutException e) {
            LOG.debug("no answer of the hub in time", e);
            return new TooSlow(batch);
        } catch (IOException e) {
            LOG.debug("no exchange with the hub", e);
            return new Failed(batch, Fault.UNREACHABLE);
        }
    }

    /** Asks for the bulletin; empty when it is still the one with this tag, or when nothing usable came. */
    Optional<Fetched> bulletin(Optional<String> etag) {
        var enrolled = identity.enrolled().orElseThrow();
        try {
            var answer =
                    transport.signedGet(enrolled.hub(), enrolled.kiosk(), ROOT + "bulletin", etag, Bulletin.MAX_TEXT);
            return answer.statusCode() == 200
                    ? Signed.parse(text(answer))
                            .map(signed -> new Fetched(
                                    signed, answer.headers().firstValue("ETag").orElse("")))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.debug("no bulletin from the hub", e);
            return Optional.empty();
        }
    }

    /** Asks for what changed in the statuses after this change; empty when nothing usable came. */
    Optional<Signed> statuts(long depuis) {
        var enrolled = identity.enrolled().orElseThrow();
        try {
            var answer = transport.signedGet(
                    enrolled.hub(),
                    enrolled.kiosk(),
                    ROOT + "statuts?depuis=" + depuis,
                    Optional.empty(),
                    StatusPage.MAX_TEXT);
            return answer.statusCode() == 200 ? Signed.parse(text(answer)) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("no statuses from the hub", e);
            return Optional.empty();
        }
    }

    /** Asks which address base the hub gives; empty when it is still the one with this tag, or when nothing usable came. */
    Optional<Signed> adresses(Optional<String> etag) {
        return got(ROOT + "adresses", etag, AddressEdition.MAX_TEXT).flatMap(answer -> Signed.parse(text(answer)));
    }

    /** Asks for some bytes of the address base with this hash; empty when nothing came. */
    Optional<byte[]> adresses(Hash hash, long from) {
        return got(
                        ROOT + "adresses/fichier?empreinte=" + hash.hex() + "&depuis=" + from,
                        Optional.empty(),
                        AddressEdition.MAX_PIECE)
                .map(HttpResponse::body);
    }

    private Optional<HttpResponse<byte[]>> got(String path, Optional<String> etag, int limit) {
        var enrolled = identity.enrolled().orElseThrow();
        try {
            return Optional.of(transport.signedGet(enrolled.hub(), enrolled.kiosk(), path, etag, limit))
                    .filter(answer -> answer.statusCode() == 200);
        } catch (IOException e) {
            LOG.debug("no address base from the hub", e);
            return Optional.empty();
        }
    }

    /**
     * Asks to be enrolled; empty when what came is no answer of this contract.
     *
     * @throws IOException the hub cannot be reached, or is busy
     */
    Optional<EnrolmentResponse> enrol(URI hub, EnrolmentRequest request, Signer key) throws IOException {
        byte[] body = Signed.by(key, Use.REQUEST, request.encode()).text().getBytes(StandardCharsets.US_ASCII);
        var answer = transport.post(hub, ROOT + "enrolment", body, EnrolmentResponse.MAX_BYTES);
        if (answer.statusCode() >= 500) {
            throw new IOException("the hub is not ready: " + answer.statusCode());
        }
        return EnrolmentResponse.decode(answer.body());
    }

    /** The ack in these bytes, if this kiosk's hub signed it. */
    static Optional<Ack> ack(Enrolled enrolled, Signed signed) {
        return signed.verifiedBy(enrolled.keys().signing(), Use.ACK)
                ? Ack.decode(signed.content().toArray())
                : Optional.empty();
    }

    /** What became of a batch, from the text that came with status 200. */
    static Delivery delivery(Enrolled enrolled, Batch batch, String text) {
        return Signed.parse(text)
                .flatMap(signed -> ack(enrolled, signed))
                .filter(ack -> ack.kiosk().equals(enrolled.kiosk()) && answers(ack, batch))
                .<Delivery>map(ack -> new Sent(batch, ack))
                .orElseGet(() -> untrusted(batch));
    }

    private static boolean answers(Ack ack, Batch batch) {
        var asked = batch.envelopes().stream().map(Signed::hash).toList();
        var answered = ack.answers().stream().map(Ack.Answer::envelope).toList();
        return ack.chain().equals(batch.chain()) && answered.equals(asked);
    }

    private static Delivery untrusted(Batch batch) {
        LOG.error("The hub's answer is not an ack of this batch under the hub's signature: nothing is marked");
        return new Failed(batch, Fault.UNTRUSTED_ANSWER);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.US_ASCII);
    }

    /** A bulletin as it came; its signature is not verified yet. */
    record Fetched(Signed signed, String etag) {}
}
