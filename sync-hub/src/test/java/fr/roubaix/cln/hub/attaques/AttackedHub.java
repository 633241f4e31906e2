package fr.roubaix.cln.hub.attaques;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.Scratch;
import fr.roubaix.cln.hub.security.Personnel;
import fr.roubaix.cln.hub.security.Role;

/** One hub, started once for every attack, with its own settings; one member of staff of each role is signed in to it. */
@SpringBootTest(classes = HubApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class AttackedHub {

    private static final Map<Role, String> COOKIES = new TreeMap<>();

    private static SecurityContextHolderStrategy ofTheOthers = SecurityContextHolder.getContextHolderStrategy();

    @Autowired
    protected ApplicationContext hub;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Clock clock;

    @Autowired
    private SecurityContextHolderStrategy strategy;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        var folder = Scratch.folder("hub-attaque");
        registry.add("cln.hub.dossier", folder::toString);
        registry.add("cln.base", () -> "");
        // The mode of the packaged application: a test has no development server beside it.
        registry.add("vaadin.productionMode", () -> true);
        registry.add("cln.hub.travaux.periode", () -> "PT0S");
    }

    /** Other test classes have an application of their own in this process: before this one starts, what theirs uses. */
    @BeforeAll
    static void theirs() {
        ofTheOthers = SecurityContextHolder.getContextHolderStrategy();
    }

    @BeforeEach
    final void ours() {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @AfterAll
    static void theirsAgain() {
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(ofTheOthers);
    }

    /** Somebody who is not signed in, at an address of their own. */
    final Browser stranger() {
        return new Browser(port);
    }

    /** Somebody of this role, signed in, at an address of their own. */
    final Browser staff(Role role) {
        var browser = new Browser(port);
        browser.wear(COOKIES.computeIfAbsent(role, this::signIn));
        return browser;
    }

    private String signIn(Role role) {
        var browser = new Browser(port);
        var somebody = Personnel.embaucher(
                hub, "agent." + role.name().toLowerCase(java.util.Locale.ROOT), role.name(), clock.instant());
        browser.signIn(somebody, clock.instant());
        return browser.cookie();
    }

    /** A hub that was hurt does not answer this. */
    final boolean alive() {
        return stranger().get("/").status() == 200;
    }

    final long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
