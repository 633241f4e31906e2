package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/**
 * The hub's answer to a batch; worth something only under the hub's signature for {@link Use#ACK}.
 *
 * @param contiguousSeq the hub holds the chain without gap up to here
 * @param chainHash hash of the envelope at {@code contiguousSeq}; zeros at 0
 * @param answers one per envelope of the batch, in its order
 * @param savedSeq what the hub's last verified backup covers: the kiosk drops ciphertext only below it
 * @param hubEpoch random, new when the hub was restored: then everything above {@code contiguousSeq} is pending again
 */
public record Ack(
        KioskId kiosk,
        ChainId chain,
        long contiguousSeq,
        Hash chainHash,
        List<Answer> answers,
        long savedSeq,
        HubEpoch hubEpoch,
        Instant hubTime) {

    /** The largest signed ack in its text form, in bytes. */
    public static final int MAX_TEXT = 64 * 1024;

    private static final int VERSION = 1;

    public Ack {
        answers = List.copyOf(answers);
        if (contiguousSeq < 0 || savedSeq < 0 || savedSeq > contiguousSeq) {
            throw new IllegalArgumentException("a backup covers no more than what is held");
        }
        if ((contiguousSeq == 0) != chainHash.equals(Hash.ZERO) || answers.size() > Batch.MAX_ENVELOPES) {
            throw new IllegalArgumentException("not an ack");
        }
    }

    /** One envelope, named by the SHA-256 of its bytes, and what became of it. */
    public record Answer(Hash envelope, Outcome outcome) {}

    public byte[] encode() {
        var list = Canonical.array();
        answers.forEach(answer -> list.add(write(answer)));
        var node = Canonical.object()
                .put("v", VERSION)
                .put("kiosk", kiosk.numero())
                .put("chain", chain.hex())
                .put("contiguousSeq", contiguousSeq)
                .put("chainHash", chainHash.hex());
        node.set("outcomes", list);
        return Canonical.write(
                node.put("savedSeq", savedSeq).put("hubEpoch", hubEpoch.hex()).put("hubTime", hubTime.toEpochMilli()));
    }

    /** Reads what {@link #encode} writes and nothing else. */
    public static Optional<Ack> decode(byte[] bytes) {
        return Canonical.read(bytes, Ack::read, Ack::encode);
    }

    private static Ack read(Fields fields) {
        fields.version(VERSION);
        return new Ack(
                new KioskId(fields.smallNumber("kiosk")),
                new ChainId(fields.text("chain")),
                fields.number("contiguousSeq"),
                fields.hash("chainHash"),
                fields.objects("outcomes", answer -> new Answer(answer.hash("envelope"), outcome(answer))),
                fields.number("savedSeq"),
                new HubEpoch(fields.text("hubEpoch")),
                fields.instant("hubTime"));
    }

    private static ObjectNode write(Answer answer) {
        var node = Canonical.object().put("envelope", answer.envelope().hex()).put("outcome", word(answer.outcome()));
        return switch (answer.outcome()) {
            case Outcome.Duplicate(var first) -> node.put("first", word(first));
            case Outcome.Gap(var expected) -> node.put("expectedSeq", expected);
            case Outcome.Accepted _, Outcome.Refused _, Outcome.Conflict _, Outcome.Forged _ -> node;
        };
    }

    private static Outcome outcome(Fields fields) {
        return switch (fields.text("outcome")) {
            case "ACCEPTED" -> new Outcome.Accepted();
            case "REFUSED" -> new Outcome.Refused();
            case "CONFLICT" -> new Outcome.Conflict();
            case "FORGED" -> new Outcome.Forged();
            case "GAP" -> new Outcome.Gap(fields.number("expectedSeq"));
            case "DUPLICATE" ->
                new Outcome.Duplicate(
                        fields.text("first").equals("ACCEPTED") ? new Outcome.Accepted() : new Outcome.Refused());
            default -> throw new IllegalArgumentException("unknown outcome");
        };
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "ACCEPTED";
            case Outcome.Duplicate _ -> "DUPLICATE";
            case Outcome.Refused _ -> "REFUSED";
            case Outcome.Gap _ -> "GAP";
            case Outcome.Conflict _ -> "CONFLICT";
            case Outcome.Forged _ -> "FORGED";
        };
    }
}
