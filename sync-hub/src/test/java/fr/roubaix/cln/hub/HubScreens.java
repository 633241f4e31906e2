package fr.roubaix.cln.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import com.vaadin.browserless.SpringBrowserlessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.testkit.time.HandClock;

/** The whole hub on a new SQLite file, emptied before each test; one application serves every test class. */
@SpringBootTest
@Import(HubScreens.Time.class)
public abstract class HubScreens extends SpringBrowserlessTest {

    /** Every test starts on Thursday 20 May 2027 at ten in Roubaix. */
    protected static final Instant START = Instant.parse("2027-05-20T08:00:00Z");

    private static final List<String> TABLES = List.of(
            "arret_annule",
            "tirage",
            "decision",
            "candidature",
            "registre_de_l_appel",
            "prolongation",
            "appel",
            "compte_role",
            "compte",
            "connexion_echouee");

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected HandClock clock;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory("hub");
        registry.add("cln.hub.dossier", folder::toString);
        registry.add("cln.base", () -> "");
        // A test does the work it wants done.
        registry.add("cln.hub.travaux.periode", () -> "PT0S");
    }

    /** Before, for what another class left; after, because the next test opens the dashboard before its own set-up. */
    @BeforeEach
    @AfterEach
    void emptyTheHub() {
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        clock.back();
    }

    /** Does something in the name of somebody else, then gives the identity of the test back. */
    protected static <T> T as(String name, String role, Supplier<T> act) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        var context = SecurityContextHolder.getContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role)));
        try {
            return act.get();
        } finally {
            context.setAuthentication(before);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        HandClock handClock() {
            return new HandClock(START);
        }
    }
}
