package fr.roubaix.cln.hub.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Use;

/** A kiosk that talks to a hub by signed requests, and believes only what the hub's keys that it trusts signed. */
final class KioskLink {

    static final String ENVELOPES = "/api/borne/v1/envelopes";
    static final String BULLETIN = "/api/borne/v1/bulletin";
    static final String STATUTS = "/api/borne/v1/statuts";
    static final String ENROLMENT = "/api/borne/v1/enrolment";

    final RemoteKiosk kiosk = new RemoteKiosk();
    HubKeys trusted;
    /** What the kiosk believes the time to be. */
    Instant claim;

    HubSlice hub;

    KioskLink(HubSlice hub) {
        this.hub = hub;
        this.claim = hub.now();
        var given = (Enrolled) enrol(kiosk, hub.bornes().creerCode(Secteur.NORD).code(), Secteur.NORD);
        this.trusted = new HubKeys(given.signingKey(), given.sealingKey());
    }

    /** Asks for another terminal, or this one, to be let in. */
    EnrolmentResponse enrol(RemoteKiosk asking, String code, @Nullable Secteur mairie) {
        var request = new EnrolmentRequest(code, asking.key.verifyingKey(), mairie, "Accueil");
        byte[] body =
                Signed.by(asking.key, Use.REQUEST, request.encode()).text().getBytes(StandardCharsets.US_ASCII);
        var response = EnrolmentResponse.decode(
                        hub.post(ENROLMENT, "", body).body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        if (response instanceof Enrolled given) {
            asking.id = given.kiosk();
            asking.seal = given.sealingKey();
        }
        return response;
    }

    Ack deliver(HubSlice instance, Signed... envelopes) {
        return ack(post(instance, kiosk.key, kiosk.batch(envelopes).encode()));
    }

    Ack deliver(Signed... envelopes) {
        return ack(post(kiosk.batch(envelopes).encode()));
    }

    Ack ack(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("answered " + reply.status());
        }
        return Signed.parse(reply.body())
                .filter(signed -> signed.verifiedBy(trusted.signing(), Use.ACK))
                .flatMap(signed -> Ack.decode(signed.content().toArray()))
                .orElseThrow(() -> new AssertionError("an ack that this kiosk does not believe"));
    }

    Reply post(byte[] body) {
        return post(kiosk.key, body);
    }

    Reply post(SigningKey key, byte[] body) {
        return post(hub, key, body);
    }

    private Reply post(HubSlice instance, SigningKey key, byte[] body) {
        var request = new Request("POST", ENVELOPES, Bytes.of(body));
        return instance.post(
                ENVELOPES,
                RequestAuthorization.sign(key, kiosk.id, request, claim).header(),
                body);
    }

    Reply get(String target, String etag) {
        return get(hub, target, etag);
    }

    Reply get(HubSlice instance, String target, String etag) {
        var request = new Request("GET", target, Bytes.of(new byte[0]));
        return instance.get(
                target,
                RequestAuthorization.sign(kiosk.key, kiosk.id, request, claim).header(),
                etag);
    }

    /** Reads the bulletin, and trusts the keys that it leads to. */
    Bulletin readBulletin() {
        var read = trusted.verify(Signed.parse(get(BULLETIN, "").body()).orElseThrow())
                .orElseThrow(() -> new AssertionError("a bulletin that this kiosk does not believe"));
        trusted = read.keys();
        kiosk.seal = trusted.sealing();
        return read.bulletin();
    }

    StatusPage statuses(String depuis) {
        return Signed.parse(get(STATUTS + "?depuis=" + depuis, "").body())
                .filter(signed -> signed.verifiedBy(trusted.signing(), Use.STATUTS))
                .flatMap(signed -> StatusPage.decode(signed.content().toArray()))
                .orElseThrow();
    }

    static List<Outcome> outcomes(Ack ack) {
        return ack.answers().stream().map(Ack.Answer::outcome).toList();
    }
}
