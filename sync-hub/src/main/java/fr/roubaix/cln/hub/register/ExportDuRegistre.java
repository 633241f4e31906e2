package fr.roubaix.cln.hub.register;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import fr.roubaix.cln.web.SpreadsheetCsv;

/** The register for a spreadsheet. */
final class ExportDuRegistre {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> ENTETE = List.of(
            "numero",
            "instant_utc",
            "auteur",
            "roles",
            "acte",
            "titre",
            "objet",
            "motif",
            "details",
            "precedente",
            "empreinte");

    private ExportDuRegistre() {}

    static byte[] csv(List<Ligne> lignes) {
        return SpreadsheetCsv.of(ENTETE, lignes.stream().map(ExportDuRegistre::cellules));
    }

    private static List<String> cellules(Ligne ligne) {
        return List.of(
                Long.toString(ligne.numero()),
                INSTANT.format(ligne.le()),
                ligne.auteur(),
                ligne.roles(),
                ligne.acte(),
                ligne.titre(),
                ligne.objet(),
                ligne.motif(),
                ligne.details(),
                ligne.precedente(),
                ligne.empreinte());
    }
}
