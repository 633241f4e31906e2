package fr.roubaix.cln.hub.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.LongStream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;

/** Opens and indexes the people of one call: all at once after a start, then what one more brings. Goal: under 2 s. */
final class BenchIndex {

    private static final int BATCH = 500;
    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    private BenchIndex() {}

    /** Milliseconds to open and index so many people after a start, then to follow one more. */
    static double[] measure(Path folder, int people) {
        try (var hub = start(folder.toString())) {
            fill(hub, people);
        }
        try (var hub = start(folder.toString())) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "maud.v", "", AuthorityUtils.createAuthorityList("ROLE_SECRETARIAT")));
            long all = millis(() -> ReadNames.of(hub, "2027"));
            receive(hub, people + 1L, people + 1L);
            long one = millis(() -> ReadNames.of(hub, "2027"));
            return new double[] {all, one};
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static ConfigurableApplicationContext start(String folder) {
        return new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run(
                        "--cln.hub.dossier=" + folder,
                        "--cln.base=",
                        "--cln.hub.travaux.periode=PT0S",
                        "--cln.hub.trousseau.creer-phrase=true");
    }

    private static void fill(ConfigurableApplicationContext hub, int people) {
        hub.getBean(JdbcClient.class).sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        for (long from = 1; from <= people; from += BATCH) {
            receive(hub, from, Math.min(from + BATCH - 1, people));
        }
    }

    private static void receive(ConfigurableApplicationContext hub, long from, long to) {
        new TransactionTemplate(hub.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> LongStream.rangeClosed(from, to)
                        .forEach(number -> hub.getBean(ReceptionDeCandidature.class)
                                .recevoir(Deliveries.of(
                                        number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, AT.plusMillis(number)))));
    }
}
