package fr.roubaix.cln.kiosk.tablet;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import fr.roubaix.cln.kiosk.session.ForgetfulServer;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.kiosk.tablet.TabletProperties.Rule;
import fr.roubaix.cln.sync.AgentId;

/**
 * The way by which tablets come in: a second connector of the web server, encrypted, on every address of the machine. It is
 * there only while somebody wants it. The first connector, the terminal's own, stays on this machine alone.
 *
 * <p>Nothing tells browsers to insist on encryption for this name (RFC 6797): they would then let nobody accept a
 * certificate that no authority vouches for.
 */
class TabletAccess {

    private static final int NO_PORT = -1;

    private static final int MOST_THREADS = 40;
    private static final int MOST_CONNECTIONS = 400;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LARGEST_FORM = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(TabletAccess.class);

    private final TabletProperties properties;
    private final CertificateFile certificates;
    private final Supplier<MachineNames> names;
    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Tomcat server;
    private @Nullable OpenWay way;
    private boolean failed;
    private volatile int port = NO_PORT;

    TabletAccess(
            TabletProperties properties,
            CertificateFile certificates,
            Supplier<MachineNames> names,
            JdbcClient jdbc,
            Clock clock) {
        this.properties = properties;
        this.certificates = certificates;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How things stand. */
    synchronized Access state() {
        var now = way;
        if (now != null) {
            return new Access.Open(
                    names.get().fromElsewhere().stream()
                            .map(name -> "https://" + name + ":" + port + "/")
                            .toList(),
                    now.certificate().fingerprint(),
                    now.certificate().end(),
                    properties.rule() == Rule.ALWAYS);
        }
        if (properties.rule() == Rule.NEVER) {
            return new Access.Forbidden();
        }
        return failed ? new Access.Failed(properties.portTablettes()) : new Access.Closed();
    }

    /** Where tablets connect now. */
    int port() {
        return port;
    }

    /** Whether a connection to this port of the machine comes from a tablet. */
    boolean leadsTo(int localPort) {
        return localPort == port;
    }

    @EventListener
    synchronized void serverStarted(WebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer tomcat) {
            server = tomcat.getTomcat();
            if (properties.rule() == Rule.ALWAYS || (properties.rule() == Rule.AGENT && wanted())) {
                begin();
            }
        }
    }

    /** Opens the way, now and at every start from now on. */
    synchronized void open(AgentId by) {
        if (properties.rule() != Rule.NEVER && way == null) {
            begin();
            if (way != null) {
                LOG.info("Agent {} opened the way for tablets", by.valeur());
                remember(true, by);
            }
        }
    }

    /** Closes it, now and at every start from now on. */
    synchronized void close(AgentId by) {
        if (properties.rule() == Rule.AGENT) {
            LOG.info("Agent {} closed the way for tablets", by.valeur());
            end();
            remember(false, by);
        }
    }

    /** The certificate to put in the place of the one shown now; {@code null} while that one is good. */
    synchronized @Nullable Renewal renewalDue() {
        var now = way;
        return now != null && now.certificate().due(clock.instant(), names.get()) ? new Renewal() : null;
    }

    /** Shows a new certificate to whoever connects from now on; connections that are open stay. */
    synchronized void renew() {
        var now = way;
        if (now != null) {
            var fresh = certificates.current();
            now.ssl().update(null, fresh.bundle());
            way = new OpenWay(now.connector(), now.ssl(), fresh);
        }
    }

    private void begin() {
        var tomcat = server;
        if (tomcat == null) {
            failed = true;
            return;
        }
        Connector connector = null;
        try {
            var certificate = certificates.current();
            connector = connector();
            var ssl = new SslConnectorCustomizer(LogFactory.getLog(TabletAccess.class), connector, null);
            ssl.customize(certificate.bundle(), Map.of());
            tomcat.getService().addConnector(connector);
            port = connector.getLocalPort();
            way = new OpenWay(connector, ssl, certificate);
            failed = false;
            LOG.info("Tablets may connect on port {}", port);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            failed = true;
            LOG.error("Tablets cannot connect on port {}", properties.portTablettes(), e);
            if (connector != null) {
                remove(tomcat, connector);
            }
        }
    }

    private Connector connector() {
        var connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(properties.portTablettes());
        connector.setThrowOnFailure(true);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setMaxPostSize(LARGEST_FORM);
        // A crowd on this side leaves the terminal its own threads.
        connector.setProperty("maxThreads", Integer.toString(MOST_THREADS));
        connector.setProperty("minSpareThreads", "2");
        connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
        connector.setProperty("connectionTimeout", Integer.toString(PATIENCE_MILLIS));
        ForgetfulServer.keepNothing(connector);
        return connector;
    }

    private void end() {
        var now = way;
        way = null;
        failed = false;
        port = NO_PORT;
        if (now != null && server != null) {
            remove(server, now.connector());
        }
    }

    /** A connector that is only stopped still holds its port, and lets whoever connects wait for ever. */
    private static void remove(Tomcat tomcat, Connector connector) {
        tomcat.getService().removeConnector(connector);
        try {
            connector.destroy();
        } catch (LifecycleException e) {
            LOG.warn("The connector for tablets did not end cleanly", e);
        }
    }

    private boolean wanted() {
        return jdbc.sql("SELECT opened FROM tablet_access")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void remember(boolean opened, AgentId by) {
        try {
            jdbc.sql("""
                    INSERT INTO tablet_access (single, opened, at, agent) VALUES (1, ?, ?, ?)
                    ON CONFLICT (single) DO UPDATE SET opened = excluded.opened, at = excluded.at,
                    agent = excluded.agent""").params(opened ? 1 : 0, clock.millis(), by.valeur()).update();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Whether tablets may connect holds until the next start only: the disk refuses to write", e);
        }
    }

    /** Another certificate is needed. */
    record Renewal() {}

    private record OpenWay(Connector connector, SslConnectorCustomizer ssl, SelfMadeCertificate certificate) {}
}
