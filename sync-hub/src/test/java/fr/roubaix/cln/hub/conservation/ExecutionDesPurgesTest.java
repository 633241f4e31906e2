package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.conservation.ExecutionDesPurges.Refus;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.testkit.time.HandClock;

/** From a proposal to its count, on any database: no visa no destruction, and a wrong clock destroys nothing. */
@ParameterizedClass
@EnumSource(Databases.class)
class ExecutionDesPurgesTest {

    private static final Instant START = Instant.parse("2027-09-14T08:00:00Z");
    private static final LocalDate ECHEANCE = LocalDate.of(2027, 9, 13);

    private final HandClock clock = new HandClock(START);
    private final Things things = new Things();
    private final Written register = new Written();
    private Purges purges;
    private PropositionsDePurge propositions;
    private ExecutionDesPurges execution;

    @Parameter
    private Databases databases;

    @BeforeEach
    void anOfficer() {
        JdbcClient jdbc = databases.without("purge_element", "purge");
        var transactions = new JdbcTransactionManager(databases.dataSource());
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("things", things);
        var purgeables = beans.getBeanProvider(Purgeable.class);
        purges = new Purges(jdbc);
        propositions = new PropositionsDePurge(purgeables, purges, register, transactions, clock);
        execution = new ExecutionDesPurges(purges, purgeables, new AgentConnecte(), register, transactions, clock);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "dpo", "", AuthorityUtils.createAuthorityList("ROLE_DPO")));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        databases.without("purge_element", "purge");
    }

    @Test
    void what_falls_due_is_proposed_once_brought_up_to_date_and_left_alone_after_the_visa() {
        propositions.proposer();
        assertThat(purges.dans(Purge.Etat.PROPOSEE)).isEmpty();
        things.hold(1, 3);
        propositions.proposer();
        propositions.proposer();
        assertThat(open().nombre()).isEqualTo(3);
        assertThat(register.acts()).containsExactly(Acte.PURGE_PROPOSEE);
        String seen = open().empreinte();
        things.hold(4, 5);
        propositions.proposer();
        assertThat(open().nombre()).isEqualTo(5);
        assertThat(execution.viser(open().numero(), seen)).contains(Refus.L_ECRAN_A_CHANGE);
        assertThat(execution.viser(open().numero(), open().empreinte())).isEmpty();
        things.hold(6, 6);
        propositions.proposer();
        assertThat(open().nombre()).isEqualTo(5);
        assertThat(things.left).hasSize(6);
    }

    @Test
    void nothing_goes_without_a_visa_and_all_that_was_agreed_goes_once_with_its_count() {
        things.hold(1, 450);
        propositions.proposer();
        assertThat(execution.executer(open().numero())).contains(Refus.DEJA_REGLEE);
        assertThat(things.left).hasSize(450);
        long numero = visa();
        assertThat(execution.executer(numero)).isEmpty();
        assertThat(things.left).isEmpty();
        assertThat(things.keys).hasSize(450);
        Purge done = purges.trouver(numero).orElseThrow();
        assertThat(done.etat()).isEqualTo(Purge.Etat.EXECUTEE);
        assertThat(done.detruites()).isEqualTo(450);
        assertThat(done.ecartees()).isZero();
        assertThat(execution.executer(numero)).contains(Refus.DEJA_REGLEE);
        execution.reprendre();
        assertThat(register.acts())
                .containsExactly(Acte.PURGE_PROPOSEE, Acte.PURGE_VISEE, Acte.PURGE_LANCEE, Acte.PURGE_EXECUTEE);
        assertThat(register.lines.getLast().details()).containsEntry("detruites", "450");
        propositions.proposer();
        assertThat(purges.dans(Purge.Etat.PROPOSEE)).isEmpty();
    }

    @Test
    void what_was_cut_at_any_point_goes_on_and_counts_each_thing_once() {
        for (int cut = 0; cut < 12; cut++) {
            things.hold(cut * 1_000, cut * 1_000 + 449);
            propositions.proposer();
            long numero = visa();
            things.cutAfter(cut);
            assertThatThrownBy(() -> execution.executer(numero)).hasMessage("cut");
            int left = things.left.size();
            for (int again = 1;
                    again < 4 && purges.trouver(numero).orElseThrow().etat() == Purge.Etat.EN_COURS;
                    again++) {
                things.cutAfter(again);
                try {
                    execution.reprendre();
                } catch (Cut _) {
                    assertThat(things.left.size()).isLessThanOrEqualTo(left);
                }
            }
            things.cutAfter(Integer.MAX_VALUE);
            execution.reprendre();
            Purge done = purges.trouver(numero).orElseThrow();
            assertThat(done.etat()).as("cut after " + cut).isEqualTo(Purge.Etat.EXECUTEE);
            assertThat(done.detruites()).as("cut after " + cut).isEqualTo(450);
            assertThat(things.left).isEmpty();
            assertThat(things.keys).containsAll(things.emptied);
        }
        assertThat(register.acts()).filteredOn(Acte.PURGE_EXECUTEE::equals).hasSize(12);
    }

    @Test
    void a_clock_set_back_before_the_visa_destroys_nothing_until_it_is_right_again() {
        things.hold(1, 3);
        propositions.proposer();
        clock.advance(Duration.ofHours(1));
        long numero = visa();
        clock.set(START.minus(Duration.ofDays(400)));
        assertThat(execution.executer(numero)).contains(Refus.HORLOGE);
        assertThat(things.left).hasSize(3);
        clock.set(START.plus(Duration.ofHours(2)));
        assertThat(execution.executer(numero)).isEmpty();
        assertThat(things.left).isEmpty();
    }

    @Test
    void what_a_wrong_clock_proposed_is_not_agreed_to_once_the_clock_is_right() {
        things.hold(1, 3);
        clock.set(Instant.parse("2035-01-01T08:00:00Z"));
        propositions.proposer();
        clock.back();
        assertThat(execution.viser(open().numero(), open().empreinte())).contains(Refus.HORLOGE);
    }

    @Test
    void a_visa_that_a_jump_of_the_clock_makes_old_is_worth_nothing_any_more() {
        things.hold(1, 3);
        propositions.proposer();
        long numero = visa();
        clock.advance(Duration.ofDays(31));
        assertThat(execution.executer(numero)).contains(Refus.VISA_PERIME);
        assertThat(things.left).hasSize(3);
        assertThat(purges.trouver(numero).orElseThrow().etat()).isEqualTo(Purge.Etat.ECARTEE);
        propositions.proposer();
        assertThat(open().numero()).isGreaterThan(numero);
    }

    @Test
    void dates_that_moved_or_a_hold_set_since_the_visa_stop_the_whole() {
        things.hold(1, 3);
        propositions.proposer();
        long numero = visa();
        things.left.put("2", ECHEANCE.plusDays(1));
        assertThat(execution.executer(numero)).contains(Refus.DATES_CHANGEES);
        things.left.put("2", ECHEANCE);
        propositions.proposer();
        long other = visa();
        things.held.add("3");
        assertThat(execution.executer(other)).contains(Refus.DATES_CHANGEES);
        assertThat(things.keys).isEmpty();
        assertThat(things.left).hasSize(3);
    }

    @Test
    void what_is_held_after_a_cut_is_left_alone_and_counted_apart() {
        things.hold(1, 450);
        propositions.proposer();
        long numero = visa();
        things.cutAfter(2);
        assertThatThrownBy(() -> execution.executer(numero)).hasMessage("cut");
        String last = things.left.keySet().stream().max(String::compareTo).orElseThrow();
        things.held.add(last);
        things.cutAfter(Integer.MAX_VALUE);
        execution.reprendre();
        Purge done = purges.trouver(numero).orElseThrow();
        assertThat(done.detruites()).isEqualTo(449);
        assertThat(done.ecartees()).isOne();
        assertThat(things.left).containsOnlyKeys(last);
        assertThat(things.keys).doesNotContain(last);
    }

    @Test
    void a_visa_taken_back_leaves_everything_and_the_hub_proposes_again() {
        things.hold(1, 3);
        propositions.proposer();
        long numero = visa();
        assertThat(execution.retirer(numero)).isEmpty();
        assertThat(execution.executer(numero)).contains(Refus.DEJA_REGLEE);
        assertThat(execution.retirer(99)).contains(Refus.INCONNUE);
        propositions.proposer();
        assertThat(open().nombre()).isEqualTo(3);
    }

    private long visa() {
        var purge = open();
        assertThat(execution.viser(purge.numero(), purge.empreinte())).isEmpty();
        return purge.numero();
    }

    private Purge open() {
        return purges.ouverte(RegleDeConservation.CANDIDATURE_NON_RETENUE).orElseThrow();
    }

    /** Things whose time is over; the power may fail at any step of their destruction. */
    private static final class Things implements Purgeable {
        final Map<String, LocalDate> left = new TreeMap<>();
        final Set<String> held = new HashSet<>();
        final Set<String> keys = new HashSet<>();
        final Set<String> emptied = new HashSet<>();
        private int steps = Integer.MAX_VALUE;

        void hold(int from, int to) {
            for (int i = from; i <= to; i++) {
                left.put(Integer.toString(i), ECHEANCE);
            }
        }

        void cutAfter(int steps) {
            this.steps = steps;
        }

        private void step() {
            if (steps-- <= 0) {
                throw new Cut();
            }
        }

        @Override
        public RegleDeConservation regle() {
            return RegleDeConservation.CANDIDATURE_NON_RETENUE;
        }

        @Override
        public Recensement recenser(LocalDate today) {
            return new Recensement(
                    left.entrySet().stream()
                            .filter(thing -> today.isAfter(thing.getValue()) && !held.contains(thing.getKey()))
                            .map(thing -> new Echue(thing.getKey(), thing.getValue()))
                            .toList(),
                    Map.of());
        }

        @Override
        public Map<String, LocalDate> echeances(Collection<String> objets) {
            var known = new HashMap<String, LocalDate>();
            objets.stream()
                    .filter(objet -> !held.contains(objet))
                    .forEach(objet -> known.put(
                            objet,
                            emptied.contains(objet)
                                    ? ECHEANCE
                                    : Optional.ofNullable(left.get(objet)).orElseThrow()));
            return known;
        }

        @Override
        public void detruireLesCles(Collection<String> objets) {
            step();
            keys.addAll(objets);
            step();
        }

        @Override
        public void vider(Collection<String> objets) {
            step();
            emptied.addAll(objets);
            objets.forEach(left::remove);
            step();
        }
    }

    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cut() {
            super("cut");
        }
    }

    /** Keeps what was written, without a database. */
    private static final class Written implements Registre {
        final List<Inscription> lines = new ArrayList<>();

        List<Acte> acts() {
            return lines.stream().map(Inscription::acte).toList();
        }

        @Override
        public long inscrire(Inscription acte) {
            lines.add(acte);
            return lines.size();
        }

        @Override
        public long inscrire(Auteur auteur, Inscription acte) {
            return inscrire(acte);
        }

        @Override
        public Tete tete() {
            return new Tete(lines.size(), "");
        }

        @Override
        public Optional<Tete> derniere(Acte acte, String objet) {
            return Optional.empty();
        }

        @Override
        public List<Fait> derniers(String objet, Set<Acte> actes, int combien) {
            return List.of();
        }
    }
}
