package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Succession;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/** What the hub does with envelopes, in memory and in the fewest words: the semantics of the contract. */
final class ModelHub {

    static final KioskId KIOSK = new KioskId(3);

    private final Random random;
    private final Clock clock;
    SigningKey signing = SigningKey.generate();
    private OpeningKey opening = OpeningKey.generate();
    private final List<Signed> successions = new ArrayList<>();
    final List<BornePubliee> bornes = new ArrayList<>();
    List<AppelPublie> appels = List.of();
    final List<StatusPage.Ligne> statuts = new ArrayList<>();
    HubEpoch epoch;
    long serial = 1;
    long savedSeq;
    boolean forging;
    VerifyingKey kioskKey;
    State state = new State();

    ModelHub(Random random, Clock clock) {
        this.random = random;
        this.clock = clock;
        this.epoch = HubEpoch.mint(random);
    }

    /** What a backup covers. */
    static final class State {
        final Map<String, List<Signed>> chains = new HashMap<>();
        /** Facts handed on, by their id, with the hash of their sealed bytes. */
        final Map<String, Hash> facts = new LinkedHashMap<>();
        /** Same id, other bytes. */
        int refused;

        State copy() {
            var copy = new State();
            chains.forEach((chain, held) -> copy.chains.put(chain, new ArrayList<>(held)));
            copy.facts.putAll(facts);
            copy.refused = refused;
            return copy;
        }
    }

    HubKeys keys() {
        return new HubKeys(signing.verifyingKey(), opening.sealingKey());
    }

    void restore(State backup) {
        state = backup.copy();
        epoch = HubEpoch.mint(random);
    }

    void rotate() {
        var nextSigning = SigningKey.generate();
        var nextOpening = OpeningKey.generate();
        var succession =
                new Succession(new HubKeys(nextSigning.verifyingKey(), nextOpening.sealingKey()), clock.instant());
        successions.add(Signed.by(signing, Use.SUCCESSION, succession.encode()));
        signing = nextSigning;
        opening = nextOpening;
        serial++;
    }

    /** What the first envelope held of a chain says. */
    ChaineOuverte opened(String chain) {
        var first = Envelope.decode(state.chains.get(chain).getFirst().content().toArray())
                .orElseThrow();
        var context = new SealContext(first.kiosk(), first.id(), first.kind());
        return (ChaineOuverte) opening.open(context, first.keyId(), first.payload())
                .flatMap(opened -> Message.decode(first.kind(), opened))
                .orElseThrow();
    }

    Signed bulletin() {
        var bulletin = new Bulletin(
                serial,
                Instant.ofEpochMilli(clock.millis()),
                "2025",
                appels,
                List.of(),
                "07 88 95 77 06",
                List.of(),
                bornes,
                successions);
        return Signed.by(signing, Use.BULLETIN, bulletin.encode());
    }

    Signed statuts(long depuis, int size) {
        int to = (int) Math.min(statuts.size(), depuis + size);
        var page = new StatusPage(
                epoch,
                depuis,
                to,
                to == statuts.size(),
                Instant.ofEpochMilli(clock.millis()),
                statuts.subList((int) depuis, to));
        return Signed.by(signing, Use.STATUTS, page.encode());
    }

    /** The signed answer to a batch. */
    Signed receive(Batch batch) {
        return receive(batch.chain(), batch.envelopes());
    }

    private Signed receive(ChainId chain, List<Signed> envelopes) {
        var answers = envelopes.stream()
                .map(signed -> new Ack.Answer(signed.hash(), place(signed)))
                .toList();
        var held = state.chains.getOrDefault(chain.hex(), List.of());
        var ack = new Ack(
                KIOSK,
                chain,
                held.size(),
                held.isEmpty() ? Hash.ZERO : held.getLast().hash(),
                answers,
                Math.min(savedSeq, held.size()),
                epoch,
                Instant.ofEpochMilli(clock.millis()));
        return Signed.by(signing, Use.ACK, ack.encode());
    }

    private Outcome place(Signed signed) {
        var envelope = Envelope.decode(signed.content().toArray()).orElseThrow();
        if (forging || !signed.verifiedBy(kioskKey, Use.ENVELOPE)) {
            return new Outcome.Forged();
        }
        var held = state.chains.computeIfAbsent(envelope.chain().hex(), _ -> new ArrayList<>());
        int at = (int) envelope.seq() - 1;
        if (at < held.size()) {
            return held.get(at).equals(signed) ? new Outcome.Duplicate(new Outcome.Accepted()) : new Outcome.Conflict();
        }
        if (at > held.size()) {
            return new Outcome.Gap(held.size() + 1L);
        }
        var previous = held.isEmpty() ? Hash.ZERO : held.getLast().hash();
        if (!envelope.prev().equals(previous)) {
            return new Outcome.Conflict();
        }
        held.add(signed);
        var payload = Hash.of(envelope.payload());
        var known = state.facts.putIfAbsent(envelope.id().toString(), payload);
        if (known != null && !known.equals(payload)) {
            state.refused++;
            return new Outcome.Refused();
        }
        return new Outcome.Accepted();
    }

    /** The lines of a return for the lines of a bundle. */
    List<String> exchange(List<String> bundle) {
        var lines = new ArrayList<String>();
        var byChain = new LinkedHashMap<ChainId, List<Signed>>();
        for (String line : bundle) {
            var signed = Signed.parse(line).orElseThrow();
            var envelope = Envelope.decode(signed.content().toArray()).orElseThrow();
            byChain.computeIfAbsent(envelope.chain(), _ -> new ArrayList<>()).add(signed);
        }
        byChain.forEach((chain, all) -> {
            for (int i = 0; i < all.size(); i += Batch.MAX_ENVELOPES) {
                var part = all.subList(i, Math.min(all.size(), i + Batch.MAX_ENVELOPES));
                lines.add(new Bundle.Line(Bundle.Content.ACK, receive(chain, part)).text());
            }
        });
        lines.add(new Bundle.Line(Bundle.Content.BULLETIN, bulletin()).text());
        lines.add(new Bundle.Line(Bundle.Content.STATUTS, statuts(0, StatusPage.MAX_LIGNES)).text());
        return lines;
    }

    static Secteur mairie() {
        return Secteur.NORD;
    }
}
