package fr.roubaix.cln.hub.candidature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;

/**
 * The list for a spreadsheet: UTF-8 with its mark, semicolons, CRLF, every cell quoted. A cell that a spreadsheet would compute
 * begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). Names leave the hub with it: that is
 * an act, and the register holds how many.
 */
@Service
class ExportDesCandidatures {

    private static final String MARQUE = "\uFEFF";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Registre registre;

    ExportDesCandidatures(Registre registre) {
        this.registre = registre;
    }

    /** The lines as a file, in this order. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    byte[] exporter(Collection<IndexDeLAppel.Ligne> lignes) {
        var csv = Stream.concat(
                        Stream.of(Stream.of(
                                "code",
                                "nom",
                                "secteur",
                                "parite",
                                "classe_d_age",
                                "deposee_le_utc",
                                "origine",
                                "mairie",
                                "original",
                                "etat",
                                "motif")),
                        lignes.stream().map(ExportDesCandidatures::cellules))
                .map(cellules -> cellules.map(ExportDesCandidatures::cellule).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", MARQUE, "\r\n"))
                .getBytes(UTF_8);
        registre.inscrire(Acte.CANDIDATURES_EXPORTEES.sur("candidatures").avec("lignes", lignes.size()));
        return csv;
    }

    private static Stream<String> cellules(IndexDeLAppel.Ligne ligne) {
        var dossier = ligne.dossier();
        var statut = ColonnesDeStatut.de(dossier.statut());
        String motif = statut.motif();
        return Stream.of(
                dossier.code().affiche(),
                ligne.nom(),
                dossier.secteur().nom(),
                dossier.parite().name(),
                dossier.classe().map(ClasseAge::code).orElse(""),
                INSTANT.format(dossier.deposeeLe()),
                dossier.circonstances().origine().name(),
                dossier.mairie().nom(),
                dossier.circonstances().original().map(Object::toString).orElse(""),
                statut.stade().isEmpty() ? statut.etat() : statut.stade(),
                motif == null ? "" : motif);
    }

    static String cellule(String texte) {
        boolean formule = !texte.isEmpty() && "=+-@\t\r".indexOf(texte.charAt(0)) >= 0;
        return '"' + (formule ? "'" : "") + texte.replace("\"", "\"\"") + '"';
    }
}
