package fr.roubaix.cln.kiosk.tablet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.sync.AgentId;

/** A way in without a web server, for the screens about it. */
public final class FakeTabletAccess extends TabletAccess {

    private final Clock clock;
    private final BeanFactory beans;
    private @Nullable AgentId openedBy;

    public FakeTabletAccess(BeanFactory beans, JdbcClient jdbc, Clock clock) {
        super(
                new TabletProperties("agent", 8443, List.of()),
                new CertificateFile(
                        java.nio.file.Path.of("nowhere"), () -> MachineNames.of(List.of("localhost")), clock),
                () -> MachineNames.of(List.of("localhost")),
                jdbc,
                clock);
        this.clock = clock;
        this.beans = beans;
    }

    @Override
    synchronized Access state() {
        return openedBy == null
                ? new Access.Closed()
                : new Access.Open(
                        List.of("https://192.168.1.20:8443/", "https://borne-nord:8443/"),
                        "AB:".repeat(31) + "AB",
                        clock.instant().plus(Duration.ofDays(800)),
                        false);
    }

    @Override
    synchronized void open(AgentId by) {
        openedBy = by;
    }

    @Override
    synchronized void close(AgentId by) {
        openedBy = null;
    }

    public synchronized void closed() {
        openedBy = null;
    }

    public synchronized Optional<AgentId> openedBy() {
        return Optional.ofNullable(openedBy);
    }

    /** What a tablet does with a code. */
    public void type(String code) {
        beans.getBean(Pairing.class).redeem(code, "192.168.1.30");
    }
}
