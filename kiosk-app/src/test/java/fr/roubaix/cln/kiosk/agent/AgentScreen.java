package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.testkit.time.HandClock;

/** The agent page on an enrolled kiosk whose bulletin names three agents, and what a person sees and touches of it. */
@ContextConfiguration(classes = BorneDAgent.class)
@DirtiesContext // the folder of one class is gone when the next begins
abstract class AgentScreen extends SpringBrowserlessTest {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("cln.kiosk.dossier", folder::toString);
    }

    @Autowired
    StillHub hub;

    @Autowired
    HandClock clock;

    @Autowired
    FausseCle cle;

    @Autowired
    Journal journal;

    @Autowired
    java.util.function.Supplier<EnvelopeId> ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClotureDeMairie closing;

    @Autowired
    Clotures clotures;

    @Autowired
    FauxPapiers papers;

    @Autowired
    fr.roubaix.cln.kiosk.device.Scans scans;

    MockHttpSession visit;

    @BeforeEach
    void a_kiosk_whose_bulletin_names_three_agents() {
        visit = (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
        clock.back();
        hub.enrolled = true;
        hub.heard = true;
        hub.connected = true;
        hub.fault = Optional.empty();
        hub.nextAttempt = Optional.empty();
        hub.lastContact = Optional.of(Instant.parse("2025-06-10T07:59:00Z"));
        hub.clockOffset = Duration.ZERO;
        hub.waiting = 0;
        hub.agents = List.of(Agents.MARIAM, Agents.VOLANT, Agents.DU_SUD);
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        cle.branchees = List.of();
        cle.fichiers = List.of();
        cle.fini = new CountDownLatch(0);
        cle.repond = new CountDownLatch(0);
        cle.exportes.clear();
        cle.lus.clear();
        hub.notices = List.of();
        hub.kiosks = List.of();
        papers.asked.clear();
        papers.answer = new fr.roubaix.cln.kiosk.receipt.Receipts.Impression.Imprime();
        for (String table : List.of("retrait", "affichage", "fiche_papier", "print_job", "statut")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        jdbc.sql("DELETE FROM cloture").update();
        jdbc.sql("DELETE FROM reouverture").update();
        jdbc.sql("DELETE FROM inscription").update();
        jdbc.sql("DELETE FROM envelope").update();
        jdbc.sql("DELETE FROM chain").update();
        navigate(AgentView.class);
    }

    void signIn() {
        choose("Mariam Diallo");
        type(Agents.PIN);
    }

    void choose(String name) {
        test($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("agent__nom") && text(b).equals(name))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    void type(String pin) {
        test($(PasswordField.class).single()).setValue(pin);
        click("Ouvrir");
        judged();
    }

    void judged() {
        pollUntil(() -> button("Ouvrir").filter(open -> !open.isEnabled()).isEmpty());
    }

    int locks() {
        return jdbc.sql("SELECT count(*) FROM agent_lock").query(Integer.class).single();
    }

    void pollUntil(java.util.concurrent.Callable<Boolean> seen) {
        org.awaitility.Awaitility.await().pollInSameThread().until(() -> {
            poll();
            return seen.call();
        });
    }

    void click(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    Optional<Button> button(String label) {
        return $(Button.class).withText(label).all().stream().findFirst();
    }

    void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    String title() {
        return plain($(H1.class).single().getText());
    }

    List<String> names() {
        return $(NativeButton.class).all().stream()
                .filter(b -> b.hasClassName("agent__nom"))
                .map(AgentScreen::text)
                .toList();
    }

    /** Everything that can be read on the agent's screen. */
    String words() {
        return plain(read(((Component) getCurrentView()).getElement()));
    }

    static String read(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(AgentScreen::read).collect(Collectors.joining(" "))
                : "";
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively().strip();
    }
}
