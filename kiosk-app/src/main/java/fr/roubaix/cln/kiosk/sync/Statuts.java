package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.Statut;

/** Where the applications of the whole city stand, as the hub last signed it: a number and a word, nobody's name. */
@Repository
public class Statuts {

    private final JdbcClient jdbc;

    Statuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last known status of an application, deposited at any mairie; none when the hub has said nothing of it. */
    @Transactional(readOnly = true)
    public Optional<Statut> find(ReceiptCode code) {
        return jdbc.sql("SELECT statut FROM statut WHERE code = ?")
                .param(code.texte())
                .query((row, _) -> new Statut(row.getString("statut")))
                .optional();
    }

    /** When the hub last said where applications stand, by its clock; none when it never did. */
    @Transactional(readOnly = true)
    public Optional<Instant> connusLe() {
        return jdbc.sql("SELECT statuts_at FROM link WHERE statuts_at > 0")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
