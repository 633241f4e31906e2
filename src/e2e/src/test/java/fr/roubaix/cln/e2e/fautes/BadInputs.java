package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** What a kiosk of ours never sends and the door must stand: too large, too many, incomplete, unknown, out of order. */
final class BadInputs implements Fault {

    private int played;

    @Override
    public String name() {
        return "Entrées mauvaises : 2 Mio, 101 enveloppes, lot vide sans état, genre inconnu, autre clé du hub, numéro qui recule, trou";
    }

    @Override
    public String promise() {
        return "chacune a sa réponse ; rien n’est enregistré à tort ; l’enveloppe suivante passe";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        for (int i = 0; i < ground.times(20, 1); i++) {
            round(ground.hub(), random);
        }
        return new Shown("%d entrées".formatted(played), Tally.ZERO);
    }

    private void round(HubProcess hub, Random random) throws Exception {
        var kiosk = SimulatedKiosk.enrolled(hub, Secteur.EST, random);
        kiosk.deposit();
        kiosk.deliver(kiosk.envelopes);
        String before = hub.contents();
        status("an envelope of 2 MiB", 413, kiosk, kiosk.batch(List.of(large(kiosk, 2 * 1024 * 1024))));
        outcome("an envelope over its limit", Outcome.Forged.class, kiosk, large(kiosk, Envelope.MAX_BYTES));
        status("101 envelopes", 400, kiosk, repeated(kiosk, 101));
        status("no state", 400, kiosk, text("{\"v\":1,\"chain\":\"" + kiosk.chain.hex() + "\",\"envelopes\":[]}"));
        status("not a batch", 400, kiosk, text("[]"));
        status("nothing", 400, kiosk, new byte[0]);
        status("half a batch", 400, kiosk, half(kiosk.batch(kiosk.envelopes)));
        status("sealed for another hub", 503, kiosk, kiosk.batch(List.of(forAnotherHub(kiosk))));
        outcome("a gap", Outcome.Gap.class, kiosk, far(kiosk));
        if (!hub.contents().equals(before)) {
            throw new AssertionError("something was stored: " + before + " then " + hub.contents());
        }
        unknownKindThenAnother(hub, kiosk);
        goingBack(hub, kiosk);
    }

    /** The chain goes on behind what the hub does not know, which waits for staff. */
    private void unknownKindThenAnother(HubProcess hub, SimulatedKiosk kiosk) throws Exception {
        long aside = hub.number("SELECT count(*) FROM quarantine");
        var unknown = kiosk.at(
                kiosk.envelopes.size() + 1L,
                kiosk.head(),
                kiosk.mint(),
                new Kind("GENRE_A_VENIR"),
                Bytes.of(new byte[90]));
        outcome("an unknown kind", Outcome.Refused.class, kiosk, unknown);
        kiosk.envelopes.add(unknown);
        outcome("what follows it", Outcome.Accepted.class, kiosk, kiosk.deposit());
        if (hub.number("SELECT count(*) FROM quarantine") != aside + 1) {
            throw new AssertionError("an unknown kind is not kept for staff");
        }
    }

    /** A kiosk restored from an old backup, or its clone: other bytes at a number that is taken. */
    private void goingBack(HubProcess hub, SimulatedKiosk kiosk) throws Exception {
        var id = kiosk.mint();
        long seq = kiosk.envelopes.size();
        var again = kiosk.at(
                seq,
                kiosk.envelopes.get((int) seq - 2).hash(),
                id,
                Kind.CANDIDATURE,
                kiosk.sealed(id, kiosk.application()));
        long applications = hub.applications(kiosk.chain.hex());
        outcome("a number that went back", Outcome.Conflict.class, kiosk, again);
        if (hub.applications(kiosk.chain.hex()) != applications) {
            throw new AssertionError("a conflict was handed on");
        }
    }

    private void status(String what, int expected, SimulatedKiosk kiosk, byte[] body) throws IOException {
        int found = SimulatedKiosk.send(kiosk.request(body)).statusCode();
        if (found != expected) {
            throw new AssertionError(what + ": " + found + " instead of " + expected);
        }
        played++;
    }

    private void outcome(String what, Class<? extends Outcome> expected, SimulatedKiosk kiosk, Signed envelope)
            throws IOException {
        var found = kiosk.deliver(List.of(envelope)).answers().getFirst().outcome();
        if (!expected.isInstance(found)) {
            throw new AssertionError(what + ": " + found + " instead of " + expected.getSimpleName());
        }
        played++;
    }

    private static Signed large(SimulatedKiosk kiosk, int bytes) {
        return kiosk.at(
                kiosk.envelopes.size() + 1L, kiosk.head(), kiosk.mint(), Kind.CANDIDATURE, Bytes.of(new byte[bytes]));
    }

    private static Signed far(SimulatedKiosk kiosk) {
        return kiosk.at(
                kiosk.envelopes.size() + 5L, kiosk.head(), kiosk.mint(), Kind.CANDIDATURE, Bytes.of(new byte[90]));
    }

    private static Signed forAnotherHub(SimulatedKiosk kiosk) {
        var id = kiosk.mint();
        var stranger = OpeningKey.generate().sealingKey();
        var genuine = kiosk.envelope(
                kiosk.envelopes.size() + 1L,
                kiosk.head(),
                id,
                Kind.CANDIDATURE,
                stranger.seal(
                        new SealContext(kiosk.enrolled.kiosk(), id, Kind.CANDIDATURE),
                        kiosk.application().encode()));
        var other = new Envelope(
                genuine.kiosk(),
                genuine.chain(),
                genuine.seq(),
                genuine.id(),
                genuine.kind(),
                genuine.at(),
                genuine.offset(),
                stranger.id(),
                genuine.prev(),
                genuine.payload());
        return Signed.by(kiosk.key, Use.ENVELOPE, other.encode());
    }

    /** More envelopes than {@code Batch} would ever write. */
    private static byte[] repeated(SimulatedKiosk kiosk, int times) {
        String one = new String(kiosk.batch(List.of(kiosk.envelopes.getLast())), StandardCharsets.UTF_8);
        String envelope = "\"" + kiosk.envelopes.getLast().text() + "\"";
        var list = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            list.add(envelope);
        }
        return text(one.replace(envelope, String.join(",", list)));
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
