package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.EnvelopeId;

/** All that is kept of one application and of the person who made it, restricted or not. */
@Service
@Interne("part of the export of one person, whose use case is guarded")
public class LectureDUnDossier {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final MotsDesAgents mots;
    private final JournalDesAcces acces;

    LectureDUnDossier(
            CandidaturesModifiables candidatures, Identites identites, MotsDesAgents mots, JournalDesAcces acces) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.mots = mots;
        this.acces = acces;
    }

    /** Reads it all, and notes the access. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Complet> lire(ReceiptCode code) {
        return candidatures.dossier(code).map(dossier -> {
            acces.noter(code, JournalDesAcces.Ecran.DROITS);
            return new Complet(
                    dossier,
                    mots.ouvrir(code, dossier.statut()),
                    candidatures.envelope(code).orElseThrow(),
                    identite(identites.ouvrir(code, candidatures.identite(code).orElseThrow())),
                    decisions(code));
        });
    }

    private static Map<String, String> identite(Identites.Lecture lecture) {
        var champs = new LinkedHashMap<String, String>();
        if (lecture instanceof Identites.Lecture.Lue(var identite)) {
            champs.put("Nom de naissance", identite.nomDeNaissance());
            champs.put("Nom d’usage", Objects.requireNonNullElse(identite.nomDUsage(), ""));
            champs.put("Prénoms", identite.prenoms());
            champs.put("Date de naissance", identite.naissance().toString());
            champs.put("Adresse", identite.voie());
            champs.put("Complément d’adresse", identite.complement());
            champs.put("Téléphone", Objects.requireNonNullElse(identite.telephone(), ""));
            champs.put("Courriel", Objects.requireNonNullElse(identite.courriel(), ""));
            champs.put(
                    "Accord pour la publication du nom", identite.publication().name());
        }
        return champs;
    }

    private List<Decision> decisions(ReceiptCode code) {
        return candidatures.decisions(code).stream()
                .map(decision -> decision(
                        decision,
                        mots.ouvrir(code, decision.statut().precisions()).texte()))
                .toList();
    }

    private static Decision decision(fr.roubaix.cln.hub.candidature.Decision decision, String precisions) {
        var colonnes = ColonnesDeStatut.de(decision.statut());
        return new Decision(
                decision.le(),
                decision.par().valeur(),
                colonnes.etat(),
                Objects.requireNonNullElse(colonnes.motif(), ""),
                precisions);
    }

    /**
     * Everything of one application.
     *
     * @param statut where it stands, the words of staff in clear
     * @param identite what the person wrote, by French label; empty when it cannot be read any more
     */
    public record Complet(
            Dossier dossier,
            Statut statut,
            EnvelopeId envelope,
            Map<String, String> identite,
            List<Decision> decisions) {}

    /** One decision that was taken; the words are those of the database. */
    public record Decision(Instant le, String par, String etat, String motif, String precisions) {}
}
