package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.privacy.Coffre;
import fr.roubaix.cln.hub.travaux.Travaux;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** Two whole hubs, each with its folder, on one PostgreSQL database: kiosks meet either one, at the same time. */
class TwoInstancesTest {

    private static final String ENVELOPES = "/api/borne/v1/envelopes";
    private static final int KIOSKS = 5;
    private static final int APPLICATIONS = 30;

    @TempDir
    private static Path folder;

    private static final SecurityContextHolderStrategy STRATEGY = SecurityContextHolder.getContextHolderStrategy();

    private static String base;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() throws IOException {
        base = PostgresServer.newDatabase();
        one = hub("un", base);
        one.getBean(Trousseau.class);
        one.getBean(Coffre.class);
        copyKeys("un", "deux");
        other = hub("deux", base);
        jdbc = one.getBean(JdbcClient.class);
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2020-01-01', '2099-06-06', '2099-06-06', '2099-06-13', 'Mairie', 1, 'maud.v')
                """).update();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        SecurityContextHolder.setContextHolderStrategy(STRATEGY);
        SecurityContextHolder.clearContext();
    }

    @Test
    void kiosks_served_by_both_at_once_have_their_chains_whole_and_each_application_once() throws Exception {
        long seed = 20_261_122L;
        System.out.println("seed " + seed);
        var hubs = List.of(Instance.of(one), Instance.of(other));
        SecurityContextHolder.setContextHolderStrategy(new OfTheInstance());
        var kiosks = new ArrayList<RemoteKiosk>();
        for (var mairie : Secteur.values()) {
            kiosks.add(enrolled(hubs.get(kiosks.size() % 2), mairie));
        }
        try (var threads = Executors.newFixedThreadPool(3 * KIOSKS)) {
            List<Callable<Boolean>> lives = new ArrayList<>();
            for (int i = 0; i < KIOSKS; i++) {
                var life = new Life(kiosks.get(i), new Random(seed + i), hubs, threads, i * 1_000L);
                lives.add(life::live);
            }
            for (var life : threads.invokeAll(lives)) {
                assertThat(life.get()).isTrue();
            }
        }
        for (var kiosk : kiosks) {
            var held = jdbc.sql("SELECT seq, hash FROM kiosk_chain WHERE kiosk = ? AND chain = ?")
                    .params(kiosk.id.numero(), kiosk.head.chain().hex())
                    .query()
                    .singleRow();
            assertThat(held)
                    .containsEntry("seq", kiosk.head.seq())
                    .containsEntry("hash", kiosk.head.hash().hex());
        }
        assertThat(count("envelope")).isEqualTo(KIOSKS * (APPLICATIONS + 1));
        assertThat(count("candidature")).isEqualTo(KIOSKS * APPLICATIONS);
        assertThat(count("fact")).isEqualTo(KIOSKS * (APPLICATIONS + 1));
        assertThat(count("quarantine")).isZero();
    }

    @Test
    void work_that_comes_back_is_done_once_for_both() throws Exception {
        var runs = new AtomicInteger();
        Callable<Travaux.Issue> first = work(one, runs);
        Callable<Travaux.Issue> second = work(other, runs);
        List<Callable<Travaux.Issue>> all = new ArrayList<>(Collections.nCopies(8, first));
        all.addAll(Collections.nCopies(8, second));
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            assertThat(threads.invokeAll(all).stream().map(done -> done.resultNow()))
                    .filteredOn(Travaux.Issue.FAIT::equals)
                    .hasSize(1);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void an_instance_without_the_keys_or_with_other_keys_says_so_and_makes_none() throws IOException {
        Path third = Files.createDirectories(folder.resolve("trois"));
        assertRefused(() -> hub("trois", base), "trousseau", "manque");
        try (var files = Files.list(third)) {
            assertThat(files).isEmpty();
        }
        try (var foreign = hub("quatre", "")) {
            foreign.getBean(Trousseau.class);
            foreign.getBean(Coffre.class);
        }
        Files.copy(folder.resolve("quatre").resolve("trousseau"), third.resolve("trousseau"));
        assertRefused(() -> hub("trois", base), "trousseau", "n’est pas celui de cette base");
    }

    private static void assertRefused(Callable<?> start, String... words) {
        assertThatThrownBy(start::call)
                .rootCause()
                .isInstanceOf(DatabaseRefusedException.class)
                .message()
                .contains(words);
    }

    private static Callable<Travaux.Issue> work(ConfigurableApplicationContext hub, AtomicInteger runs) {
        var travaux = hub.getBean(Travaux.class);
        return () -> travaux.executer("essai", Duration.ofHours(1), runs::incrementAndGet);
    }

    /** A kiosk that sends its chain in batches to whichever hub answers, and some of them to both at the same time. */
    private record Life(
            RemoteKiosk kiosk, Random random, List<Instance> hubs, ExecutorService threads, long firstCode) {

        boolean live() throws Exception {
            List<Signed> chain = new ArrayList<>(List.of(kiosk.opening()));
            for (int i = 0; i < APPLICATIONS; i++) {
                chain.add(kiosk.candidature(firstCode + i + 1));
            }
            for (int sent = 0; sent < chain.size(); ) {
                int until = Math.min(chain.size(), sent + 1 + random.nextInt(8));
                // A kiosk that heard no answer sends the same again: here often, and to both.
                int from = Math.max(0, sent - random.nextInt(3));
                var batch = chain.subList(from, until).toArray(Signed[]::new);
                var preferred = hubs.get(random.nextInt(2));
                if (random.nextInt(3) == 0) {
                    for (var ack : threads.invokeAll(
                            List.of(() -> post(hubs.get(0), batch), () -> post(hubs.get(1), batch)))) {
                        ack.get();
                    }
                }
                var ack = post(preferred, batch);
                assertThat(ack.contiguousSeq()).isEqualTo(until);
                sent = until;
            }
            return true;
        }

        private Ack post(Instance hub, Signed... envelopes) throws Exception {
            byte[] body = kiosk.batch(envelopes).encode();
            var authorization = RequestAuthorization.sign(
                    kiosk.key,
                    kiosk.id,
                    new Request("POST", ENVELOPES, Bytes.of(body)),
                    Clock.systemUTC().instant());
            var response = hub.perform(MockMvcRequestBuilders.post(ENVELOPES)
                    .content(body)
                    .contentType("application/octet-stream")
                    .header(HttpHeaders.AUTHORIZATION, authorization.header()));
            assertThat(response.getStatus()).isEqualTo(200);
            return Signed.parse(response.getContentAsString(StandardCharsets.UTF_8))
                    .flatMap(signed -> Ack.decode(signed.content().toArray()))
                    .orElseThrow();
        }
    }

    private static RemoteKiosk enrolled(Instance hub, Secteur mairie) throws Exception {
        String code = "CODE" + mairie.name();
        one.getBean(Codes.class)
                .store(
                        code,
                        new Codes.Code(mairie, Optional.empty(), Optional.empty(), Optional.empty()),
                        Clock.systemUTC().instant().plusSeconds(600));
        var kiosk = new RemoteKiosk();
        var request = new EnrolmentRequest(code, kiosk.key.verifyingKey(), mairie, "Accueil");
        var answer = hub.perform(MockMvcRequestBuilders.post("/api/borne/v1/enrolment")
                .contentType("application/octet-stream")
                .content(Signed.by(kiosk.key, Use.REQUEST, request.encode()).text()));
        var given = (Enrolled)
                EnrolmentResponse.decode(answer.getContentAsByteArray()).orElseThrow();
        kiosk.id = given.kiosk();
        kiosk.seal = given.sealingKey();
        return kiosk;
    }

    private static int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private static ConfigurableApplicationContext hub(String name, String base) {
        return new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run("--cln.hub.dossier=" + folder.resolve(name), "--cln.base=" + base);
    }

    private static void copyKeys(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to));
        try (var keys = Files.list(folder.resolve(from))) {
            for (Path key : keys.toList()) {
                Files.copy(key, folder.resolve(to).resolve(key.getFileName()));
            }
        }
    }

    /** One of the two, reached as over the network. */
    private record Instance(MockMvc mvc, SecurityContextHolderStrategy strategy) {

        static Instance of(ConfigurableApplicationContext hub) {
            var mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) hub)
                    .apply(springSecurity())
                    .build();
            return new Instance(mvc, hub.getBean(SecurityContextHolderStrategy.class));
        }

        MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
            OfTheInstance.CURRENT.set(strategy);
            return mvc.perform(request).andReturn().getResponse();
        }
    }

    /** Who is signed in is kept per program: two programs in one must each find their own. */
    private static final class OfTheInstance implements SecurityContextHolderStrategy {

        static final ThreadLocal<SecurityContextHolderStrategy> CURRENT = new ThreadLocal<>();

        @Override
        public void clearContext() {
            CURRENT.get().clearContext();
        }

        @Override
        public SecurityContext getContext() {
            return CURRENT.get().getContext();
        }

        @Override
        public void setContext(SecurityContext context) {
            CURRENT.get().setContext(context);
        }

        @Override
        public SecurityContext createEmptyContext() {
            return CURRENT.get().createEmptyContext();
        }
    }
}
