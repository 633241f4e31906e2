package fr.roubaix.cln.hub.acces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.storage.Where;
import fr.roubaix.cln.web.SpreadsheetCsv;

/** The access log as the data protection officer reads it; nobody else does, the administration included. */
@Service
public class ConsultationDesAcces {

    private static final String DPO = "hasRole('DPO')";

    private final JdbcClient jdbc;
    private final Registre registre;

    ConsultationDesAcces(JdbcClient jdbc, Registre registre) {
        this.jdbc = jdbc;
        this.registre = registre;
    }

    /** Some lines, the newest first. */
    @Consultation
    @PreAuthorize(DPO)
    List<Acces> lignes(FiltreDesAcces filtre, int apres, int combien) {
        var condition = condition(filtre);
        return jdbc.sql("SELECT * FROM acces WHERE " + condition.sql()
                        + " ORDER BY le DESC, par, code LIMIT ? OFFSET ?")
                .params(condition.values(combien, apres))
                .query(ConsultationDesAcces::acces)
                .list();
    }

    @Consultation
    @PreAuthorize(DPO)
    int combien(FiltreDesAcces filtre) {
        var condition = condition(filtre);
        return jdbc.sql("SELECT count(*) FROM acces WHERE " + condition.sql())
                .params(condition.values())
                .query(Integer.class)
                .single();
    }

    /** Everyone who opened a file. */
    @Consultation
    @PreAuthorize(DPO)
    List<String> agents() {
        return jdbc.sql("SELECT DISTINCT par FROM acces ORDER BY par")
                .query(String.class)
                .list();
    }

    /** The lines that a filter leaves, the oldest first, as a file for a spreadsheet; that is an act too. */
    @Transactional
    @PreAuthorize(DPO)
    byte[] exporter(FiltreDesAcces filtre) {
        var condition = condition(filtre);
        var lignes = jdbc.sql("SELECT * FROM acces WHERE " + condition.sql() + " ORDER BY le, par, code")
                .params(condition.values())
                .query(ConsultationDesAcces::acces)
                .list();
        registre.inscrire(
                Acte.JOURNAL_DES_ACCES_EXPORTE.sur("journal des accès").avec("lignes", lignes.size()));
        return csv(lignes);
    }

    /** Every opening of one file, the oldest first. */
    @Interne("part of the export of one person, whose use case is guarded")
    public List<Acces> au(ReceiptCode code) {
        return jdbc.sql("SELECT * FROM acces WHERE code = ? ORDER BY le, par")
                .param(code.texte())
                .query(ConsultationDesAcces::acces)
                .list();
    }

    private static Acces acces(ResultSet row, int number) throws SQLException {
        String ecran = row.getString("ecran");
        return new Acces(
                Instant.ofEpochMilli(row.getLong("le")),
                row.getString("par"),
                row.getString("code"),
                Arrays.stream(JournalDesAcces.Ecran.values())
                        .filter(connu -> connu.name().equals(ecran))
                        .map(JournalDesAcces.Ecran::titre)
                        .findFirst()
                        .orElse(ecran),
                row.getString("roles"));
    }

    static byte[] csv(List<Acces> lignes) {
        return SpreadsheetCsv.of(
                List.of("instant_utc", "agent", "dossier", "ecran", "roles"),
                lignes.stream()
                        .map(acces -> List.of(
                                acces.le().toString(), acces.par(), acces.code(), acces.ecran(), acces.roles())));
    }

    private static Where condition(FiltreDesAcces filtre) {
        var condition = new Where();
        if (!filtre.code().isEmpty()) {
            condition.andContains("code", filtre.code());
        }
        filtre.par().ifPresent(par -> condition.and("par = ?", par));
        filtre.ecran().ifPresent(ecran -> condition.and("ecran = ?", ecran.name()));
        filtre.du().ifPresent(jour -> condition.and("le >= ?", JdbcJournalDesAcces.debut(jour)));
        filtre.au().ifPresent(jour -> condition.and("le < ?", JdbcJournalDesAcces.debut(jour.plusDays(1))));
        return condition;
    }
}
