package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** Envelopes and requests that nobody entitled made, at the door of the real hub. */
final class ForgedEnvelopes implements Fault {

    @Override
    public String name() {
        return "Enveloppes et requêtes forgées, altérées, tronquées, rejouées (vers le hub réel)";
    }

    @Override
    public String promise() {
        return "refusées, écrites au journal ; rien n’est enregistré";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int trials = ground.times(20_000, 60);
        var random = ground.random(this);
        var hub = ground.hub();
        var forger = new Forger(
                SimulatedKiosk.enrolled(hub, Secteur.NORD, random),
                SimulatedKiosk.enrolled(hub, Secteur.SUD, random),
                random);
        forger.begin();
        String before = hub.contents();
        long accepted = 0;
        for (int i = 0; i < trials; i++) {
            accepted += i % 2 == 0 ? forger.envelope(i / 2) : forger.request(i / 2);
        }
        String after = hub.contents();
        if (!before.equals(after)) {
            throw new AssertionError("a forgery left something at the hub: " + before + " then " + after);
        }
        if (!hub.log().contains("did not sign")) {
            throw new AssertionError("forgeries came and the hub logged nothing");
        }
        forger.goesOn();
        return new Shown("%d faux".formatted(trials), new Tally(0, 0, accepted, 0));
    }

    /** Makes what nobody should accept, out of what two honest kiosks made. */
    private static final class Forger {
        private final SimulatedKiosk kiosk;
        private final SimulatedKiosk other;
        private final Random random;

        Forger(SimulatedKiosk kiosk, SimulatedKiosk other, Random random) {
            this.kiosk = kiosk;
            this.other = other;
            this.random = random;
        }

        void begin() throws IOException {
            for (var honest : List.of(kiosk, other)) {
                honest.deposit();
                honest.deposit();
                honest.deliver(honest.envelopes);
            }
        }

        /** After everything, the next honest envelope is taken: nothing was wedged. */
        void goesOn() throws IOException {
            var next = kiosk.deposit();
            if (!(kiosk.deliver(List.of(next)).answers().getFirst().outcome() instanceof Outcome.Accepted)) {
                throw new AssertionError("an honest envelope is refused after forgeries");
            }
        }

        /** A forged envelope in a genuine request; 1 when it was accepted. */
        long envelope(int i) throws IOException {
            var honest = next();
            byte[] content = honest.content().toArray();
            Signed forged = switch (i % 8) {
                case 0 -> new Signed(Bytes.of(flipped(content)), honest.signature());
                case 1 ->
                    new Signed(
                            honest.content(),
                            Bytes.of(flipped(honest.signature().toArray())));
                case 2 ->
                    new Signed(
                            Bytes.of(Arrays.copyOf(content, 1 + random.nextInt(content.length - 1))),
                            honest.signature());
                case 3 -> Signed.by(other.key, Use.ENVELOPE, content);
                case 4 -> Signed.by(kiosk.key, Use.REQUEST, content);
                case 5 -> other.envelopes.get(random.nextInt(other.envelopes.size()));
                case 6 -> Signed.by(kiosk.key, Use.ENVELOPE, Arrays.copyOf(content, content.length - 1));
                // Heard before: known again, and nothing more.
                default -> kiosk.envelopes.get(random.nextInt(kiosk.envelopes.size()));
            };
            var answer = SimulatedKiosk.send(kiosk.request(kiosk.batch(List.of(forged))));
            if (answer.statusCode() == 400) {
                return 0;
            }
            return switch (kiosk.ack(answer).answers().getFirst().outcome()) {
                case Outcome.Forged _ -> 0;
                case Outcome.Duplicate _ -> i % 8 == 7 ? 0 : 1;
                case Outcome.Accepted _, Outcome.Refused _, Outcome.Gap _, Outcome.Conflict _ -> 1;
            };
        }

        /** A genuine envelope in a request that this kiosk did not make; 1 when it was let in. */
        long request(int i) throws IOException {
            byte[] body = kiosk.batch(List.of(next()));
            var asked = new Request("POST", SimulatedKiosk.ENVELOPES, Bytes.of(body));
            Instant now = Instant.now();
            HttpRequest forged = switch (i % 8) {
                case 0 -> kiosk.request(body, now.minus(Duration.ofMinutes(6)));
                case 1 -> kiosk.request(body, now.plus(Duration.ofMinutes(6)));
                case 2 -> kiosk.request(body, header(other, kiosk, asked, now));
                case 3 -> kiosk.request(body, flippedHeader(header(kiosk, kiosk, asked, now)));
                case 4 ->
                    kiosk.request(
                            body,
                            header(kiosk, kiosk, new Request("GET", SimulatedKiosk.ENVELOPES, Bytes.of(body)), now));
                case 5 ->
                    kiosk.request(
                            body,
                            header(kiosk, kiosk, new Request("POST", "/api/borne/v1/bulletin", asked.body()), now));
                case 6 -> kiosk.request(body, "CLN1 kid=" + kiosk.enrolled.kiosk());
                default -> kiosk.request(flipped(body), header(kiosk, kiosk, asked, now));
            };
            return SimulatedKiosk.send(forged).statusCode() == 401 ? 0 : 1;
        }

        private static String header(SimulatedKiosk signer, SimulatedKiosk claimed, Request asked, Instant at) {
            return RequestAuthorization.sign(signer.key, claimed.enrolled.kiosk(), asked, at)
                    .header();
        }

        private String flippedHeader(String header) {
            int place = header.length() - 1 - random.nextInt(80);
            char other = header.charAt(place) == 'A' ? 'B' : 'A';
            return header.substring(0, place) + other + header.substring(place + 1);
        }

        /** What this kiosk would honestly append now; the chain does not move. */
        private Signed next() {
            var id = kiosk.mint();
            return kiosk.at(
                    kiosk.envelopes.size() + 1L,
                    kiosk.head(),
                    id,
                    Kind.CANDIDATURE,
                    kiosk.sealed(id, kiosk.application()));
        }

        private byte[] flipped(byte[] bytes) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        }
    }
}
