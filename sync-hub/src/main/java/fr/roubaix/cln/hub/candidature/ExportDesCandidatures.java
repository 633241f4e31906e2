package fr.roubaix.cln.hub.candidature;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.web.SpreadsheetCsv;

/**
 * The list for a spreadsheet. Names leave the hub with it: that is an act, and the register holds how many.
 */
@Service
class ExportDesCandidatures {

    private static final List<String> COLONNES = List.of(
            "code",
            "nom",
            "secteur",
            "secteur_selon",
            "parite",
            "classe_d_age",
            "deposee_le_utc",
            "origine",
            "mairie",
            "original",
            "etat",
            "motif");
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
        var csv = SpreadsheetCsv.of(COLONNES, lignes.stream().map(ExportDesCandidatures::cellules));
        registre.inscrire(Acte.CANDIDATURES_EXPORTEES.sur("candidatures").avec("lignes", lignes.size()));
        return csv;
    }

    /** The address base, the agent who entered the form, or nobody but the person. */
    private static String secteurSelon(Dossier dossier) {
        if (!dossier.circonstances().secteurConfirme()) {
            return "ADRESSE";
        }
        return dossier.circonstances().saisiePar().isPresent() ? "AGENT" : "PERSONNE";
    }

    private static List<String> cellules(IndexDeLAppel.Ligne ligne) {
        var dossier = ligne.dossier();
        var statut = ColonnesDeStatut.de(dossier.statut());
        String motif = statut.motif();
        return List.of(
                dossier.code().affiche(),
                ligne.nom(),
                dossier.secteur().nom(),
                secteurSelon(dossier),
                dossier.parite().name(),
                dossier.classe().map(ClasseAge::code).orElse(""),
                INSTANT.format(dossier.deposeeLe()),
                dossier.circonstances().origine().name(),
                dossier.mairie().nom(),
                dossier.circonstances().original().map(Object::toString).orElse(""),
                statut.stade().isEmpty() ? statut.etat() : statut.stade(),
                motif == null ? "" : motif);
    }
}
