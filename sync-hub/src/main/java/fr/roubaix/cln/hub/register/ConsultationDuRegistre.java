package fr.roubaix.cln.hub.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.register.Acte.Sujet;
import fr.roubaix.cln.storage.Where;

/**
 * The register as it is read. Those who watch over the draw see every act; when colleagues sign in and out is for the
 * administration and the data protection officer alone.
 */
@Service
public class ConsultationDuRegistre {

    /** Who may read the register, and verify it. */
    public static final String LECTEURS = "hasAnyRole('ADMIN', 'DPO', 'PRESIDENCE', 'OBSERVATEUR')";

    private static final List<String> VOIENT_LES_CONNEXIONS = List.of("ADMIN", "DPO");
    private static final String CONNEXIONS = Arrays.stream(Acte.values())
            .filter(acte -> acte.sujet() == Sujet.CONNEXION)
            .map(acte -> "'" + acte.name() + "'")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Registre registre;

    ConsultationDuRegistre(JdbcClient jdbc, Registre registre) {
        this.jdbc = jdbc;
        this.registre = registre;
    }

    /** Some rows, the newest first. */
    @Consultation
    @PreAuthorize(LECTEURS)
    List<Ligne> lignes(Filtre filtre, int apres, int combien) {
        var condition = condition(filtre);
        return jdbc.sql("SELECT * FROM registre WHERE " + condition.sql() + " ORDER BY numero DESC LIMIT ? OFFSET ?")
                .params(condition.values(combien, apres))
                .query(JdbcRegistre::ligne)
                .list();
    }

    @Consultation
    @PreAuthorize(LECTEURS)
    int combien(Filtre filtre) {
        var condition = condition(filtre);
        return jdbc.sql("SELECT count(*) FROM registre WHERE " + condition.sql())
                .params(condition.values())
                .query(Integer.class)
                .single();
    }

    /** Everyone who wrote something, by name. */
    @Consultation
    @PreAuthorize(LECTEURS)
    List<String> auteurs() {
        return jdbc.sql("SELECT DISTINCT auteur FROM registre ORDER BY auteur")
                .query(String.class)
                .list();
    }

    /** The rows that a filter leaves, the oldest first, as a file for a spreadsheet; that is an act too. */
    @Transactional
    @PreAuthorize(LECTEURS)
    byte[] exporter(Filtre filtre) {
        var condition = condition(filtre);
        var lignes = jdbc.sql("SELECT * FROM registre WHERE " + condition.sql() + " ORDER BY numero")
                .params(condition.values())
                .query(JdbcRegistre::ligne)
                .list();
        registre.inscrire(Acte.REGISTRE_EXPORTE.sur("registre").avec("lignes", lignes.size()));
        return ExportDuRegistre.csv(lignes);
    }

    private static Where condition(Filtre filtre) {
        var condition = new Where();
        if (Auteur.connecte().roles().stream().noneMatch(VOIENT_LES_CONNEXIONS::contains)) {
            condition.and("acte NOT IN (" + CONNEXIONS + ")");
        }
        filtre.auteur().ifPresent(auteur -> condition.and("auteur = ?", auteur));
        filtre.acte().ifPresent(acte -> condition.and("acte = ?", acte.name()));
        filtre.du().ifPresent(jour -> condition.and("le >= ?", debut(jour)));
        filtre.au().ifPresent(jour -> condition.and("le < ?", debut(jour.plusDays(1))));
        for (String mot : filtre.mots().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!mot.isEmpty()) {
                condition.andContains("lower(objet || ' ' || motif || ' ' || details || ' ' || numero)", mot);
            }
        }
        return condition;
    }

    private static long debut(LocalDate jour) {
        return jour.atStartOfDay(Appel.ROUBAIX).toInstant().toEpochMilli();
    }
}
