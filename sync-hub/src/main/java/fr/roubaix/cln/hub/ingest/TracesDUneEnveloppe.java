package fr.roubaix.cln.hub.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.sync.EnvelopeId;

/** What stays of the delivery of one application: when, from which kiosk, under which hash; never what it said. */
@Component
public class TracesDUneEnveloppe {

    private final JdbcClient jdbc;

    TracesDUneEnveloppe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One map per delivery, by French label. */
    public List<Map<String, String>> de(EnvelopeId envelope) {
        return jdbc.sql("SELECT * FROM envelope WHERE id = ? ORDER BY received_at")
                .param(envelope.toString())
                .query(TracesDUneEnveloppe::trace)
                .list();
    }

    private static Map<String, String> trace(ResultSet row, int number) throws SQLException {
        var trace = new LinkedHashMap<String, String>();
        trace.put("Borne", Integer.toString(row.getInt("kiosk")));
        trace.put("Écrite sur la borne", Instant.ofEpochMilli(row.getLong("at")).toString());
        trace.put(
                "Reçue au hub", Instant.ofEpochMilli(row.getLong("received_at")).toString());
        trace.put("Issue", row.getString("outcome"));
        trace.put("Empreinte du contenu scellé", row.getString("payload_hash"));
        return trace;
    }
}
