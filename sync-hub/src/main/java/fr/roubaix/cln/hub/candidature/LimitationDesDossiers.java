package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * Restricted files (GDPR, art. 18): kept as they are, read by the data protection officer alone, decided by nobody, and not
 * destroyed either, until the restriction is lifted.
 */
@Repository
public class LimitationDesDossiers {

    private final JdbcClient jdbc;
    private final CandidaturesModifiables candidatures;

    LimitationDesDossiers(JdbcClient jdbc, CandidaturesModifiables candidatures) {
        this.jdbc = jdbc;
        this.candidatures = candidatures;
    }

    /** Restricts a file; false when there is none, or it is restricted already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean limiter(ReceiptCode code, Identifiant par, Instant le) {
        return retenir(code)
                && jdbc.sql("INSERT INTO limitation (code, le, par) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(code.texte(), le.toEpochMilli(), par.valeur())
                                .update()
                        == 1;
    }

    /** Lifts a restriction; false when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lever(ReceiptCode code) {
        return retenir(code)
                && jdbc.sql("DELETE FROM limitation WHERE code = ?")
                                .param(code.texte())
                                .update()
                        == 1;
    }

    /** Every restricted file, and since when. */
    public Map<ReceiptCode, Instant> toutes() {
        var toutes = new LinkedHashMap<ReceiptCode, Instant>();
        jdbc.sql("SELECT code, le FROM limitation ORDER BY le, code").query(row -> {
            toutes.put(JdbcCandidatures.code(row), Instant.ofEpochMilli(row.getLong("le")));
        });
        return Collections.unmodifiableMap(toutes);
    }

    public boolean limite(ReceiptCode code) {
        return jdbc.sql("SELECT count(*) FROM limitation WHERE code = ?")
                        .param(code.texte())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Lists that are open must read this file again; whoever decides on its call waits for the end of this. */
    private boolean retenir(ReceiptCode code) {
        var dossier = candidatures.dossier(code);
        dossier.ifPresent(connu -> {
            candidatures.noter(connu.appel());
            candidatures.relire(Set.of(code));
        });
        return dossier.isPresent();
    }
}
