package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnvelopeId;

/** All that is kept of one application and of the person who made it, restricted or not. */
@Service
@Interne("part of the export of one person, whose use case is guarded")
public class LectureDUnDossier {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final MotsDesAgents mots;
    private final JournalDesAcces acces;
    private final PairesDeDoublon paires;

    LectureDUnDossier(
            CandidaturesModifiables candidatures,
            Identites identites,
            MotsDesAgents mots,
            JournalDesAcces acces,
            PairesDeDoublon paires) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.mots = mots;
        this.acces = acces;
        this.paires = paires;
    }

    /** Reads it all, and notes the access. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Complet> lire(ReceiptCode code) {
        return candidatures.dossier(code).map(dossier -> {
            acces.noter(code, JournalDesAcces.Ecran.DROITS);
            return new Complet(
                    dossier,
                    candidatures.envelope(code).orElseThrow(),
                    identite(identites.ouvrir(code, candidatures.identite(code).orElseThrow())),
                    decisions(code),
                    ressemblances(code));
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

    private List<Prise> decisions(ReceiptCode code) {
        return candidatures.decisions(code).stream()
                .map(une -> new Prise(une.numero(), mots.ouvrir(code, une.statut()), une.retour(), une.le(), une.par()))
                .toList();
    }

    /** What was said of likenesses, without a word of whom this application looked like. */
    private List<Ressemblance> ressemblances(ReceiptCode code) {
        return paires.reponses(code).stream()
                .map(une -> new Ressemblance(
                        une.paire().gardee().map(code::equals),
                        une.paire().le(),
                        une.paire().par(),
                        une.leveeLe(),
                        une.leveePar()))
                .toList();
    }

    /**
     * Everything of one application.
     *
     * @param identite what the person wrote, by French label; empty when it cannot be read any more
     */
    public record Complet(
            Dossier dossier,
            EnvelopeId envelope,
            Map<String, String> identite,
            List<Prise> decisions,
            List<Ressemblance> ressemblances) {}

    /**
     * One decision that was taken.
     *
     * @param statut the words of staff in clear
     * @param retour the number of the decision that holds again, 0 for the state on arrival; empty unless it takes one back
     */
    public record Prise(long numero, Statut statut, OptionalLong retour, Instant le, Identifiant par) {}

    /**
     * What was said of this application and another one that looked alike.
     *
     * @param gardee one person's: whether this one was kept; empty for two people
     * @param leveeLe when the question was asked again; empty while the answer holds
     */
    public record Ressemblance(
            Optional<Boolean> gardee,
            Instant le,
            Identifiant par,
            Optional<Instant> leveeLe,
            Optional<Identifiant> leveePar) {}
}
