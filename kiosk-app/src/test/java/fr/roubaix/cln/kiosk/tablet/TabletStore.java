package fr.roubaix.cln.kiosk.tablet;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.AgentId;

/** The real database of a kiosk, for tests of what it keeps about tablets. */
final class TabletStore implements AutoCloseable {

    static final AgentId AGENT = new AgentId("0123456789abcdef");
    static final TerminalProfile RESIDENTS = Profiles.shipped().terminal("tablette-habitant");
    static final TerminalProfile AGENTS = Profiles.shipped().terminal("tablette-agent");

    private final Database database;

    TabletStore(Path folder) {
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database.template());
    }

    Tablets tablets(Clock clock) {
        return new Tablets(jdbc(), Profiles.shipped(), clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
