package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Kiosks.Report;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;

class SuiviDeBorneTest {

    private static final Instant CLOTUREE_LE = Instant.parse("2027-05-17T09:00:00Z");
    private static final VerifyingKey KEY = SigningKey.generate().verifyingKey();
    private static final ChainHead A = head(1, 40);
    private static final ChainHead B = head(2, 6);

    @Test
    void a_kiosk_held_up_to_its_closing_lacks_nothing() {
        assertThat(suivi(List.of(premiere(A)), List.of(cloture(A))).manques()).isEmpty();
    }

    @Test
    void a_kiosk_that_never_sent_anything_is_missing() {
        assertThat(suivi(List.of(), List.of()).manques()).containsExactly(new Manque.JamaisTransmis());
    }

    @Test
    void without_a_closing_the_mairie_may_still_hold_something() {
        assertThat(suivi(List.of(premiere(A)), List.of()).manques()).containsExactly(new Manque.NonCloturee());
    }

    @Test
    void an_extension_or_a_later_application_undoes_a_closing() {
        var rouverte = new SuiviDeBorne.Cloture(
                A.chain(), new AgentId("agent"), 0, 0, CLOTUREE_LE, Optional.of(CLOTUREE_LE.plusSeconds(9)), 0);
        assertThat(suivi(List.of(premiere(A)), List.of(rouverte)).manques())
                .containsExactly(new Manque.Rouverte(CLOTUREE_LE.plusSeconds(9)));
        var depassee =
                new SuiviDeBorne.Cloture(A.chain(), new AgentId("agent"), 0, 0, CLOTUREE_LE, Optional.empty(), 2);
        assertThat(suivi(List.of(premiere(A)), List.of(depassee)).manques())
                .containsExactly(new Manque.CandidaturesApresCloture(2));
    }

    @Test
    void a_chain_is_continued_only_by_one_that_begins_exactly_where_the_hub_holds_it() {
        var exacte = new SuiviDeBorne.Chaine(Cause.FALSIFICATION, Optional.of(A), B);
        assertThat(suivi(List.of(premiere(A), exacte), List.of(cloture(B))).manques())
                .isEmpty();
        var plusTot = new SuiviDeBorne.Chaine(Cause.CONFLIT, Optional.of(head(1, 30)), B);
        assertThat(suivi(List.of(premiere(A), plusTot), List.of(cloture(B))).manques())
                .containsExactly(new Manque.ChaineInterrompue(A.chain(), 40, Cause.CONFLIT));
        var neuve = new SuiviDeBorne.Chaine(Cause.ENROLEMENT, Optional.empty(), B);
        assertThat(suivi(List.of(premiere(A), neuve), List.of(cloture(B))).manques())
                .containsExactly(new Manque.ChaineInterrompue(A.chain(), 40, Cause.ENROLEMENT));
    }

    @Test
    void a_backup_put_back_vouches_for_nothing_that_came_after_it() {
        var restauree = new SuiviDeBorne.Chaine(Cause.RESTAURATION, Optional.of(A), B);
        assertThat(suivi(List.of(premiere(A), restauree), List.of(cloture(B))).manques())
                .containsExactly(new Manque.ChaineInterrompue(A.chain(), 40, Cause.RESTAURATION));
        assertThat(suivi(List.of(premiere(A), restauree), List.of(cloture(A), cloture(B)))
                        .manques())
                .as("closed before it was restored: the closing vouches")
                .isEmpty();
    }

    @Test
    void a_closing_of_a_former_chain_does_not_close_the_present_one() {
        var suite = new SuiviDeBorne.Chaine(Cause.CONFLIT, Optional.of(A), B);
        assertThat(suivi(List.of(premiere(A), suite), List.of(cloture(A))).manques())
                .containsExactly(new Manque.NonCloturee());
    }

    @Test
    void what_a_terminal_declares_lost_is_missing_until_a_derogation_says_why() {
        var perdue = new SuiviDeBorne.Cloture(A.chain(), new AgentId("agent"), 0, 2, CLOTUREE_LE, Optional.empty(), 0);
        assertThat(suivi(List.of(premiere(A)), List.of(perdue)).manques()).containsExactly(new Manque.EnvoisPerdus(2));
    }

    @Test
    void a_queue_announced_since_the_closing_is_missing_and_one_announced_before_is_not() {
        var avant = new Report(CLOTUREE_LE.minusSeconds(1), 3, 1, "1", Duration.ZERO, List.of());
        var apres = new Report(CLOTUREE_LE.plusSeconds(20), 3, 1, "1", Duration.ZERO, List.of());
        assertThat(suivi(kiosk(avant), List.of(premiere(A)), List.of(cloture(A)))
                        .manques())
                .isEmpty();
        assertThat(suivi(kiosk(apres), List.of(premiere(A)), List.of(cloture(A)))
                        .manques())
                .containsExactly(new Manque.EnAttente(3, apres.at()));
    }

    @Test
    void a_derogation_is_bound_to_what_was_missing_and_not_to_the_instant_of_a_heartbeat() {
        var un = new Report(CLOTUREE_LE.plusSeconds(20), 3, 1, "1", Duration.ZERO, List.of());
        var deux = new Report(CLOTUREE_LE.plusSeconds(35), 3, 1, "1", Duration.ZERO, List.of());
        var chaines = List.of(premiere(A));
        var clotures = List.of(cloture(A));
        assertThat(suivi(kiosk(un), chaines, clotures).empreinte())
                .isEqualTo(suivi(kiosk(deux), chaines, clotures).empreinte());
        assertThat(suivi(List.of(premiere(A)), List.of()).empreinte())
                .as("one more envelope is another state")
                .isNotEqualTo(suivi(List.of(premiere(head(1, 41))), List.of()).empreinte());
    }

    /**
     * A terminal that lives any life: it writes, sends, closes, is restored. The proof may be too careful, never too
     * bold: when it finds nothing missing, the hub holds every application that was ever written.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_a_terminal_lived_through_the_proof_is_never_too_bold(long seed) {
        var random = new Random(seed);
        int complete = 0;
        for (int life = 0; life < 500; life++) {
            var terminal = new Terminal(random);
            for (int step = 0; step < 30; step++) {
                terminal.live();
                if (suivi(terminal.chaines(), terminal.clotures()).manques().isEmpty()) {
                    complete++;
                    assertThat(terminal.unheld())
                            .as("seed %d, life %d, step %d", seed, life, step)
                            .isZero();
                }
            }
        }
        assertThat(complete).as("seed %d: lives that the proof accepts", seed).isPositive();
    }

    /** A terminal and its hub in miniature: a chain is a list, an entry is an application or a closing. */
    private static final class Terminal {
        private enum Entry {
            OPENING,
            APPLICATION,
            CLOSING
        }

        private record Chain(int rank, Cause cause, Optional<ChainHead> previous, List<Entry> journal) {}

        private final Random random;
        private final List<Chain> written = new ArrayList<>();
        private final List<Integer> held = new ArrayList<>();
        private final List<Integer> lost = new ArrayList<>();
        private int backup = -1;

        Terminal(Random random) {
            this.random = random;
            open(Cause.PREMIERE, Optional.empty());
        }

        void live() {
            int last = written.size() - 1;
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    // The screen of a mairie that closed takes no application.
                    if (written.get(last).journal().getLast() != Entry.CLOSING) {
                        written.get(last).journal().add(Entry.APPLICATION);
                    }
                }
                case 2, 3 ->
                    held.set(
                            last, Math.min(written.get(last).journal().size(), held.get(last) + 1 + random.nextInt(4)));
                case 4 -> {
                    if (random.nextInt(3) == 0) {
                        written.get(last).journal().add(Entry.CLOSING);
                    }
                }
                case 5 -> backup = written.get(last).journal().size();
                default -> {
                    if (random.nextInt(4) == 0 && backup > 0) {
                        restore(last);
                    }
                }
            }
        }

        /** What was written after the backup and not sent is gone with the disk. */
        private void restore(int last) {
            var chain = written.get(last);
            int sent = held.get(last);
            if (sent < chain.journal().size()) {
                lost.addAll(java.util.stream.IntStream.range(
                                Math.max(sent, backup), chain.journal().size())
                        .filter(i -> chain.journal().get(i) == Entry.APPLICATION)
                        .boxed()
                        .toList());
            }
            var again = backup > sent
                    ? chain.journal()
                            .subList(sent, Math.min(backup, chain.journal().size()))
                    : List.<Entry>of();
            var fresh = new ArrayList<>(again);
            held.set(last, sent);
            chain.journal().subList(sent, chain.journal().size()).clear();
            open(Cause.RESTAURATION, Optional.of(head(last + 1, Math.min(backup, Math.max(sent, 1)))));
            written.getLast().journal().addAll(fresh);
            backup = -1;
        }

        private void open(Cause cause, Optional<ChainHead> previous) {
            written.add(new Chain(written.size() + 1, cause, previous, new ArrayList<>(List.of(Entry.OPENING))));
            held.add(1);
        }

        /** Applications that were written here and that the hub does not hold. */
        int unheld() {
            int waiting = 0;
            for (int i = 0; i < written.size(); i++) {
                var journal = written.get(i).journal();
                waiting += (int) journal.subList(held.get(i), journal.size()).stream()
                        .filter(Entry.APPLICATION::equals)
                        .count();
            }
            return waiting + lost.size();
        }

        List<SuiviDeBorne.Chaine> chaines() {
            return written.stream()
                    .map(chain -> new SuiviDeBorne.Chaine(
                            chain.cause(), chain.previous(), head(chain.rank(), held.get(chain.rank() - 1))))
                    .toList();
        }

        List<SuiviDeBorne.Cloture> clotures() {
            var found = new ArrayList<SuiviDeBorne.Cloture>();
            for (int i = 0; i < written.size(); i++) {
                var journal = written.get(i).journal().subList(0, held.get(i));
                int at = journal.lastIndexOf(Entry.CLOSING);
                if (at >= 0) {
                    long after = journal.subList(at, journal.size()).stream()
                            .filter(Entry.APPLICATION::equals)
                            .count();
                    found.add(new SuiviDeBorne.Cloture(
                            head(i + 1, 1).chain(), new AgentId("agent"), 0, 0, CLOTUREE_LE, Optional.empty(), after));
                }
            }
            return found;
        }
    }

    private static ChainHead head(int chain, long seq) {
        return new ChainHead(
                new ChainId("%016x".formatted(chain)), seq, Hash.of(new byte[] {(byte) chain, (byte) seq}));
    }

    private static SuiviDeBorne.Chaine premiere(ChainHead tenue) {
        return new SuiviDeBorne.Chaine(Cause.PREMIERE, Optional.empty(), tenue);
    }

    private static SuiviDeBorne.Cloture cloture(ChainHead chaine) {
        return new SuiviDeBorne.Cloture(chaine.chain(), new AgentId("agent"), 0, 0, CLOTUREE_LE, Optional.empty(), 0);
    }

    private static SuiviDeBorne suivi(List<SuiviDeBorne.Chaine> chaines, List<SuiviDeBorne.Cloture> clotures) {
        return suivi(kiosk(null), chaines, clotures);
    }

    private static SuiviDeBorne suivi(
            Kiosk kiosk, List<SuiviDeBorne.Chaine> chaines, List<SuiviDeBorne.Cloture> clotures) {
        return new SuiviDeBorne(kiosk, chaines, clotures);
    }

    private static Kiosk kiosk(@org.jspecify.annotations.Nullable Report report) {
        return new Kiosk(
                new KioskId(1),
                Secteur.NORD,
                "Accueil",
                KEY,
                1,
                Instant.EPOCH,
                Optional.empty(),
                Optional.ofNullable(report));
    }
}
