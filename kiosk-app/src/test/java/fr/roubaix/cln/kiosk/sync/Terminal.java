package fr.roubaix.cln.kiosk.sync;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;

/** The journal of a terminal on a real file, without network; closing and making another one is a restart. */
final class Terminal implements AutoCloseable {

    final Database database;
    final JdbcClient jdbc;
    final JdbcTransactionManager transactions;
    final KioskIdentity identity;
    final JdbcJournal journal;

    Terminal(Path folder, Clock clock) {
        database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        jdbc = JdbcClient.create(database.template());
        transactions = new JdbcTransactionManager(database.dataSource());
        transactions.setExceptionTranslator(database.exceptionTranslator());
        identity = new KioskIdentity(folder, jdbc);
        var chains = new Chains(jdbc, identity, clock, new Random(1));
        journal = new JdbcJournal(
                jdbc, transactions, identity, chains, new Continuation(jdbc, transactions, identity, chains));
    }

    Terminal enrolled(OpeningKey hub, SigningKey hubSigner, Clock clock) {
        var enrolled = new Enrolled(
                URI.create("http://localhost:1"),
                new KioskId(3),
                Secteur.NORD,
                1,
                new HubKeys(hubSigner.verifyingKey(), hub.sealingKey()));
        identity.nextKey();
        identity.store(enrolled, "CODE", clock.instant());
        identity.reload();
        return this;
    }

    List<Signed> stored() {
        return new ArrayList<>(jdbc.sql("SELECT content, signature FROM envelope ORDER BY chain, seq")
                .query((row, _) -> new Signed(Bytes.of(row.getBytes(1)), Bytes.of(row.getBytes(2))))
                .list());
    }

    @Override
    public void close() {
        database.close();
    }
}
