package fr.roubaix.cln.hub.security;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.security.Authentification.Issue.Affluence;
import fr.roubaix.cln.hub.security.Authentification.Issue.Fausse;
import fr.roubaix.cln.hub.security.Authentification.Issue.Juste;
import fr.roubaix.cln.hub.security.Authentification.Issue.Verrouillee;

class SignInTest extends HubScreens {

    private static final String MOT_DE_PASSE = "une phrase assez longue";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private CreationDeCompte creation;

    @Autowired
    private CodeInitial codeInitial;

    @Autowired
    private Authentification authentification;

    @Autowired
    private Guichet guichet;

    @Autowired
    private PasswordEncoder encoder;

    private String hash;

    @BeforeEach
    void aHash() {
        hash = encoder.encode(MOT_DE_PASSE);
    }

    @Test
    void the_first_administrator_needs_the_code_and_the_code_serves_once() {
        String code = codeInitial.nouveau();
        assertThat(creation.creerLePremier("AAAA-BBBB-CCCC-DDDD", demande("admin")))
                .isEqualTo(CreationDeCompte.Issue.Refus.CODE_INCONNU);
        assertThat(creation.creerLePremier(code.toLowerCase(java.util.Locale.ROOT), demande("admin")))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
        assertThat(creation.creerLePremier(code, demande("autre")))
                .isEqualTo(CreationDeCompte.Issue.Refus.CODE_INCONNU);
        assertThat(jdbc.sql("SELECT role FROM compte_role").query(String.class).list())
                .containsExactly("ADMIN");
        assertThat(jdbc.sql("SELECT mot_de_passe FROM compte")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void guessing_the_code_is_slowed_down() {
        String code = codeInitial.nouveau();
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            creation.creerLePremier("mauvais", demande("admin"));
        }
        assertThat(creation.creerLePremier(code, demande("admin")))
                .isEqualTo(CreationDeCompte.Issue.Refus.TROP_D_ESSAIS);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(creation.creerLePremier(code, demande("admin"))).isInstanceOf(CreationDeCompte.Issue.Cree.class);
    }

    @Test
    void a_short_password_or_a_different_confirmation_is_refused() {
        String code = codeInitial.nouveau();
        var court = new CreationDeCompte.Demande("admin", "Ada", "court", "court", Set.of());
        assertThat(creation.creerLePremier(code, court)).isEqualTo(CreationDeCompte.Issue.Refus.MOT_DE_PASSE_COURT);
        var autre = new CreationDeCompte.Demande("admin", "Ada", MOT_DE_PASSE, MOT_DE_PASSE + "!", Set.of());
        assertThat(creation.creerLePremier(code, autre))
                .isEqualTo(CreationDeCompte.Issue.Refus.CONFIRMATION_DIFFERENTE);
    }

    @Test
    void only_an_administrator_creates_accounts() {
        assertThatThrownBy(() -> as("maud.v", "SECRETARIAT", () -> creation.creer(demande("intrus"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande("maud.v"))))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande("maud.v"))))
                .isEqualTo(CreationDeCompte.Issue.Refus.IDENTIFIANT_PRIS);
    }

    @Test
    void five_failures_lock_the_name_longer_and_longer_even_for_the_right_password() {
        creer("maud.v");
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThat(entrer("maud.v", "faux")).isInstanceOf(Fausse.class);
        }
        assertThat(entrer("Maud.V", MOT_DE_PASSE))
                .isEqualTo(new Verrouillee(clock.instant().plus(Verrous.PREMIER_DELAI)));
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(entrer("maud.v", "faux")).isInstanceOf(Fausse.class);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(Verrouillee.class);
        clock.advance(Verrous.PREMIER_DELAI);
        assertThat(entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(Juste.class);
        assertThat(entrer("maud.v", "faux")).isInstanceOf(Fausse.class);
        assertThat(entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(Juste.class);
    }

    @Test
    void a_name_without_account_locks_like_any_other() {
        for (int i = 0; i <= Verrous.ESSAIS_LIBRES; i++) {
            assertThat(entrer("personne", "faux")).isInstanceOf(Fausse.class);
        }
        assertThat(entrer("personne", "faux")).isInstanceOf(Verrouillee.class);
        clock.advance(Duration.ofDays(2));
        assertThat(entrer("personne", "faux")).isInstanceOf(Fausse.class);
    }

    @Test
    void guesses_made_together_are_counted_apart() throws Exception {
        creer("maud.v");
        // Guesses come two by two through the gate: those turned away by the crowd try again, as an attacker would.
        try (var threads = Executors.newFixedThreadPool(30)) {
            var outcomes = threads.invokeAll(Collections.nCopies(30, () -> guess("maud.v"))).stream()
                    .map(Future::resultNow)
                    .collect(groupingBy(identity(), counting()));
            assertThat(outcomes)
                    .containsEntry(Fausse.class, Verrous.ESSAIS_LIBRES + 1L)
                    .containsEntry(Verrouillee.class, 30L - Verrous.ESSAIS_LIBRES - 1);
        }
    }

    @Test
    void thirty_people_at_once_are_examined_two_by_two_and_each_gets_an_answer() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var examined = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(30)) {
            Callable<Optional<Integer>> attempt = () -> guichet.servir(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                encoder.matches("faux", hash);
                inside.decrementAndGet();
                return examined.incrementAndGet();
            });
            var answers = threads.invokeAll(Collections.nCopies(30, attempt)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).hasSize(30);
            assertThat(most.get()).isEqualTo(Guichet.PLACES);
            assertThat(answers.stream().filter(Optional::isPresent).count()).isEqualTo(examined.get());
        }
    }

    @Test
    void a_crowd_at_the_sign_in_is_turned_away_without_counting_as_failures() throws Exception {
        creer("maud.v");
        var held = new CountDownLatch(Guichet.PLACES);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(Guichet.PLACES)) {
            for (int i = 0; i < Guichet.PLACES; i++) {
                threads.execute(() -> guichet.servir(() -> {
                    held.countDown();
                    return waitFor(free);
                }));
            }
            waitFor(held);
            try {
                assertThat(entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(Affluence.class);
            } finally {
                free.countDown();
            }
        }
        assertThat(count("connexion_echouee")).isZero();
        assertThat(entrer("maud.v", MOT_DE_PASSE)).isInstanceOf(Juste.class);
    }

    @ParameterizedTest
    @CsvSource({
        "court, COURT",
        "motdepasse123, COURANT",
        "azertyuiop12345, COURANT",
        "Roubaix59100!!, COURANT",
        "maud.v et sa bicyclette, DEVINABLE",
        "aaaaaaaaaaaaaaaa, COURANT",
        "123456789012, COURANT"
    })
    void a_password_that_everybody_tries_is_refused(String password, ExigencesDeMotDePasse.Refus refused) {
        assertThat(ExigencesDeMotDePasse.verifier(password, password, "maud.v")).contains(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"une phrase assez longue", "le soleil de Roubaix se couche tard", "Tr0ub4dour&3xyz"})
    void a_phrase_of_ones_own_is_accepted(String password) {
        assertThat(ExigencesDeMotDePasse.verifier(password, password, "maud.v")).isEmpty();
    }

    @Test
    void the_demonstration_accounts_and_their_codes_do_not_exist_outside_the_demonstration() {
        assertThat(context.getBeansOfType(ComptesDeDemonstration.class)).isEmpty();
        assertThat(context.getBeansOfType(CodesDeDemonstration.class)).isEmpty();
    }

    /** How a wrong password is refused, once it is examined. */
    private Class<?> guess(String name) {
        while (true) {
            var outcome = entrer(name, "faux");
            if (!(outcome instanceof Affluence)) {
                return outcome.getClass();
            }
            Thread.onSpinWait();
        }
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Authentification.Issue entrer(String name, String password) {
        return authentification.examiner(name, password);
    }

    private void creer(String name) {
        assertThat(as("ada", "ADMIN", () -> creation.creer(demande(name))))
                .isInstanceOf(CreationDeCompte.Issue.Cree.class);
    }

    private static CreationDeCompte.Demande demande(String name) {
        return new CreationDeCompte.Demande(name, "Nom", MOT_DE_PASSE, MOT_DE_PASSE, Set.of(Role.SECRETARIAT));
    }
}
