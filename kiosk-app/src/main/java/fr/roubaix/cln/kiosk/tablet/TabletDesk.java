package fr.roubaix.cln.kiosk.tablet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;
import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.sync.AgentId;

/** What an agent does about the tablets of their mairie, at the terminal itself. */
@Service
public class TabletDesk {

    private final TabletAccess access;
    private final Tablets tablets;
    private final TabletVisits visits;
    private final Pairing pairing;
    private final Profiles profiles;

    TabletDesk(TabletAccess access, Tablets tablets, TabletVisits visits, Pairing pairing, Profiles profiles) {
        this.access = access;
        this.tablets = tablets;
        this.visits = visits;
        this.pairing = pairing;
        this.profiles = profiles;
    }

    /** Whether the person who asks stands at the terminal itself: no tablet lets another one in. */
    public boolean here() {
        return Station.here().isEmpty();
    }

    /** Whether tablets may connect. */
    public Access access() {
        return access.state();
    }

    /** Lets tablets connect, now and at every start from now on. */
    public void open(AgentId by) {
        if (here()) {
            access.open(by);
        }
    }

    /** Closes the way; whoever was on a tablet is out. */
    public void close(AgentId by) {
        if (here()) {
            access.close(by);
            visits.endAll();
        }
    }

    /** The last one seen first. */
    public List<Tablet> tablets() {
        return tablets.all();
    }

    /** What a tablet can be: for residents or for agents, lying or upright. */
    public List<TerminalProfile> screens() {
        return profiles.terminals().values().stream()
                .filter(screen -> screen.kind() != Kind.KIOSK)
                .sorted(Comparator.comparing(TerminalProfile::name))
                .toList();
    }

    /** Makes a code for one tablet; the one before is worth nothing any more. */
    public Invitation invite(String name, TerminalProfile screen, AgentId by) {
        if (!here()) {
            throw new IllegalStateException("no tablet lets another one in");
        }
        return new Invitation(pairing.invite(name, screen, by));
    }

    /**
     * Ends a pairing and every visit that goes on at that tablet, at once.
     *
     * @return whether the disk noted it; if not, it holds until the next start only
     */
    public boolean revoke(Tablet.Id id, AgentId by) {
        boolean noted = tablets.revoke(id, by);
        visits.end(id);
        return noted;
    }

    /** Whether tablets may connect, and where. */
    public sealed interface Access {
        /** The settings of this terminal want no tablets. */
        record Forbidden() implements Access {}

        /** Nobody opened the way. */
        record Closed() implements Access {}

        /** It cannot be opened: the port is taken, or the folder refuses the certificate. */
        record Failed(int port) implements Access {}

        /**
         * Tablets may connect.
         *
         * @param addresses what one types on a tablet, the surest first; none while the machine has no network
         * @param fingerprint of the certificate that the tablet shows
         * @param end when that certificate ends; another takes its place before
         * @param always the settings say so, and no agent closes it
         */
        record Open(List<String> addresses, String fingerprint, Instant end, boolean always) implements Access {
            public Open {
                addresses = List.copyOf(addresses);
            }
        }
    }

    /** A code that waits for its tablet. */
    public final class Invitation {

        private final Pairing.Invitation code;

        private Invitation(Pairing.Invitation code) {
            this.code = code;
        }

        /** As one reads it out. */
        public String code() {
            return code.shown();
        }

        /** What the tablet will be called. */
        public String name() {
            return code.name();
        }

        /** Where it stands: for how long still, used, or over. */
        public Fate fate() {
            return pairing.fate(code);
        }

        /** Takes it back. */
        public void cancel() {
            pairing.cancel(code);
        }
    }

    /** What became of a code. */
    public sealed interface Fate {
        /** It can be typed. */
        record Waiting(Duration left) implements Fate {}

        /** A tablet is paired by it. */
        record Used() implements Fate {}

        /** Too old, tried too often, or taken back. */
        record Over() implements Fate {}
    }
}
