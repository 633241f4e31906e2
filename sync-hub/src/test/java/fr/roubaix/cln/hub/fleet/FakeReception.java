package fr.roubaix.cln.hub.fleet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;

/** Takes applications into a table of its own, in the caller's transaction like the real one; may be told to fail. */
class FakeReception implements ReceptionDeCandidature {

    static final ReceiptCode TAKEN = new ReceiptCode(666);
    static final ReceiptCode POISON = new ReceiptCode(667);

    private final JdbcClient jdbc;
    /** Whether the bug that strikes {@link #POISON} is repaired. */
    volatile boolean repaired;

    final List<Recue> calls = new CopyOnWriteArrayList<>();

    FakeReception(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS recue (id TEXT NOT NULL PRIMARY KEY, code TEXT NOT NULL)")
                .update();
    }

    @Override
    public Issue recevoir(Recue recue) {
        calls.add(recue);
        if (recue.code().equals(TAKEN)) {
            return Issue.CODE_DEJA_PRIS;
        }
        jdbc.sql("INSERT INTO recue (id, code) VALUES (?, ?)")
                .params(recue.envelope().toString(), recue.code().texte())
                .update();
        if (recue.code().equals(POISON) && !repaired) {
            throw new IllegalStateException("an application that the hub cannot digest");
        }
        return Issue.RECUE;
    }

    int stored() {
        return jdbc.sql("SELECT count(*) FROM recue").query(Integer.class).single();
    }
}
