package fr.roubaix.cln.e2e.fautes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** A real kiosk in front of something that answers in the hub's place: acks and bulletins forged, altered, cut, replayed. */
final class LyingAnswers implements Fault {

    @Override
    public String name() {
        return "Accusés et bulletins forgés, altérés, tronqués, rejoués (vers une borne réelle)";
    }

    @Override
    public String promise() {
        return "rien n’est marqué « transmise », aucun bulletin n’est gardé ; refus écrit au journal ; l’échange suivant, honnête, passe";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int rounds = ground.times(20, 1);
        var random = ground.random(this);
        long forged = 0;
        int played = 0;
        try (var hub = new StrangeHub();
                var kiosk =
                        new LightKiosk(ground.folder("menteur"), hub.address(), Secteur.NORD, "PEUIMPORTE", random)) {
            kiosk.start().awaitEnrolled();
            kiosk.deposit(1);
            kiosk.drain(Duration.ofMinutes(1));
            var lies = new Lies(hub, random);
            for (int round = 0; round < rounds; round++) {
                for (var lie : some(lies.acks(), ground)) {
                    forged += ackLie(hub, kiosk, lie.getKey(), lie.getValue());
                    played++;
                }
                for (var lie : some(lies.bulletins(), ground)) {
                    forged += bulletinLie(hub, kiosk, lie.getKey(), lie.getValue());
                    played++;
                }
            }
            String log = Files.readString(kiosk.folder.resolve("console.log"));
            if (!log.contains("ERROR")) {
                throw new AssertionError("lies were told and nothing was logged");
            }
        }
        return new Shown("%d réponses mensongères".formatted(played), new Tally(0, 0, forged, 0));
    }

    /** All of them, or one in five. */
    private static <T> List<Map.Entry<String, T>> some(Map<String, T> lies, Ground ground) {
        var all = List.copyOf(lies.entrySet());
        int step = ground.times(1, 5);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** A lie about a batch: gives 1 when the kiosk marked anything. */
    private static long ackLie(StrangeHub hub, LightKiosk kiosk, String name, Function<Ack, byte[]> lie) {
        long marked = delivered(kiosk);
        hub.answerBatches(name.equals("redirection") ? 302 : 200, lie);
        kiosk.deposit(2);
        long before = hub.batches();
        kiosk.process().order("maintenant");
        // A second batch comes only once what the first was answered is written down.
        awaitMore(kiosk, name, () -> hub.batches() >= before + 2);
        long fooled = delivered(kiosk) > marked ? 1 : 0;
        hub.answerHonestly();
        kiosk.drain(Duration.ofMinutes(1));
        return fooled;
    }

    private static long bulletinLie(StrangeHub hub, LightKiosk kiosk, String name, Function<Bulletin, byte[]> lie) {
        hub.newBulletin();
        kiosk.process().order("maintenant");
        awaitMore(kiosk, name, () -> serial(kiosk) == hub.serial());
        hub.answerBulletins(lie);
        long before = hub.bulletins();
        awaitMore(kiosk, name, () -> hub.bulletins() >= before + 2);
        long fooled = serial(kiosk) == hub.serial() ? 0 : 1;
        hub.answerHonestly();
        return fooled;
    }

    private static void awaitMore(LightKiosk kiosk, String lie, BooleanSupplier enough) {
        long[] last = {System.nanoTime()};
        Waiting.until(Duration.ofSeconds(60), () -> "the kiosk did not come again after: " + lie, () -> {
            if (System.nanoTime() - last[0] > Duration.ofMillis(300).toNanos()) {
                last[0] = System.nanoTime();
                kiosk.process().order("maintenant");
            }
            return enough.getAsBoolean();
        });
    }

    private static long delivered(LightKiosk kiosk) {
        return kiosk.number("SELECT count(*) FROM inscription WHERE delivery <> 'PENDING'");
    }

    private static long serial(LightKiosk kiosk) {
        return kiosk.number("SELECT coalesce(max(serial), 0) FROM bulletin");
    }

    /** What a liar may say. */
    private static final class Lies {
        private final StrangeHub hub;
        private final Random random;
        private final SigningKey stranger = SigningKey.generate();
        private byte[] earlierBulletin = {};

        Lies(StrangeHub hub, Random random) {
            this.hub = hub;
            this.random = random;
        }

        Map<String, Function<Ack, byte[]>> acks() {
            var lies = new LinkedHashMap<String, Function<Ack, byte[]>>();
            lies.put("autre clé", ack -> by(stranger, Use.ACK, ack.encode()));
            lies.put("autre usage", ack -> by(hub.signing, Use.BULLETIN, ack.encode()));
            lies.put("bit changé", ack -> flipped(hub.honest(ack)));
            lies.put("tronqué", ack -> cut(hub.honest(ack)));
            lies.put("vide", _ -> new byte[0]);
            lies.put("portail captif", _ -> "<html>Identifiez-vous</html>".getBytes(StandardCharsets.UTF_8));
            lies.put("redirection", hub::honest);
            lies.put("énorme", _ -> new byte[3 * Ack.MAX_TEXT]);
            lies.put("rejoué", _ -> hub.earlier());
            lies.put(
                    "autre borne",
                    ack -> signed(
                            ack, new KioskId(8), ack.chain(), ack.contiguousSeq(), ack.chainHash(), ack.answers()));
            lies.put(
                    "autre chaîne",
                    ack -> signed(
                            ack,
                            ack.kiosk(),
                            ChainId.mint(random),
                            ack.contiguousSeq(),
                            ack.chainHash(),
                            ack.answers()));
            lies.put(
                    "autres enveloppes",
                    ack -> signed(
                            ack,
                            ack.kiosk(),
                            ack.chain(),
                            ack.contiguousSeq(),
                            ack.chainHash(),
                            ack.answers().stream()
                                    .map(answer -> new Ack.Answer(anyHash(), answer.outcome()))
                                    .toList()));
            lies.put(
                    "réponses manquantes",
                    ack -> signed(ack, ack.kiosk(), ack.chain(), ack.contiguousSeq(), ack.chainHash(), List.of()));
            lies.put(
                    "plus loin que la chaîne",
                    ack -> signed(ack, ack.kiosk(), ack.chain(), ack.contiguousSeq() + 1000, anyHash(), ack.answers()));
            lies.put(
                    "accepté sans être tenu",
                    ack -> signed(ack, ack.kiosk(), ack.chain(), 0, Hash.ZERO, ack.answers()));
            return lies;
        }

        Map<String, Function<Bulletin, byte[]>> bulletins() {
            var lies = new LinkedHashMap<String, Function<Bulletin, byte[]>>();
            lies.put(
                    "bulletin d’une autre clé",
                    bulletin -> by(stranger, Use.BULLETIN, later(bulletin).encode()));
            lies.put(
                    "bulletin d’un autre usage",
                    bulletin -> by(hub.signing, Use.ACK, later(bulletin).encode()));
            lies.put("bulletin altéré", bulletin -> flipped(hub.honest(later(bulletin))));
            lies.put("bulletin tronqué", bulletin -> cut(hub.honest(later(bulletin))));
            lies.put("bulletin plus ancien", bulletin -> hub.honest(numbered(bulletin, bulletin.serial() - 50)));
            lies.put("bulletin rejoué", this::replayedBulletin);
            lies.put("page quelconque", _ -> "bonjour".getBytes(StandardCharsets.UTF_8));
            return lies;
        }

        private byte[] replayedBulletin(Bulletin bulletin) {
            if (earlierBulletin.length == 0) {
                earlierBulletin = hub.honest(numbered(bulletin, 2));
            }
            return earlierBulletin;
        }

        private byte[] signed(Ack ack, KioskId kiosk, ChainId chain, long seq, Hash hash, List<Ack.Answer> answers) {
            return hub.honest(new Ack(kiosk, chain, seq, hash, answers, 0, ack.hubEpoch(), ack.hubTime()));
        }

        private Hash anyHash() {
            byte[] noise = new byte[40];
            random.nextBytes(noise);
            return Hash.of(Bytes.of(noise));
        }

        private static Bulletin later(Bulletin bulletin) {
            return numbered(bulletin, bulletin.serial() + 1_000);
        }

        private static Bulletin numbered(Bulletin bulletin, long serial) {
            return new Bulletin(
                    serial,
                    bulletin.at(),
                    bulletin.reglement(),
                    bulletin.appels(),
                    bulletin.contacts(),
                    bulletin.telephone(),
                    bulletin.agents(),
                    bulletin.bornes(),
                    bulletin.successions());
        }

        private static byte[] by(SigningKey key, Use use, byte[] content) {
            return StrangeHub.text(Signed.by(key, use, content));
        }

        private byte[] flipped(byte[] text) {
            byte[] other = text.clone();
            int place = random.nextInt(other.length);
            other[place] = (byte) (other[place] == 'A' ? 'B' : 'A');
            return other;
        }

        private byte[] cut(byte[] text) {
            return Arrays.copyOf(text, random.nextInt(text.length));
        }
    }
}
