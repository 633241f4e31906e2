package fr.roubaix.cln.hub.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register for a spreadsheet: UTF-8 with its mark, semicolons, CRLF, every cell quoted. A cell that a spreadsheet would
 * compute begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
final class ExportDuRegistre {

    private static final String MARQUE = "\uFEFF";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ExportDuRegistre() {}

    static byte[] csv(List<Ligne> lignes) {
        return Stream.concat(
                        Stream.of(Stream.of(
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
                                "empreinte")),
                        lignes.stream().map(ExportDuRegistre::cellules))
                .map(cellules -> cellules.map(ExportDuRegistre::cellule).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", MARQUE, "\r\n"))
                .getBytes(UTF_8);
    }

    private static Stream<String> cellules(Ligne ligne) {
        return Stream.of(
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

    private static String cellule(String texte) {
        boolean formule = !texte.isEmpty() && "=+-@\t\r".indexOf(texte.charAt(0)) >= 0;
        return '"' + (formule ? "'" : "") + texte.replace("\"", "\"\"") + '"';
    }
}
