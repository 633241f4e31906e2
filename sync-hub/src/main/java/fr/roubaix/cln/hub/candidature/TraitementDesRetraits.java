package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.candidature.Retrait.Reglement;
import fr.roubaix.cln.hub.candidature.Retrait.Suite;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.Preuve;

/**
 * The withdrawals of the mairies that the hub did not simply apply. From the freeze of the list on, a person who withdraws is
 * for the draw to follow (the freeze is annulled before the first die; from the first die on the person counts as refusing):
 * nothing is done by itself, the secretariat is told who asked, when and where.
 */
@Service
public class TraitementDesRetraits {

    private static final int FINIS = 50;

    private final JdbcRetraits retraits;
    private final CandidaturesModifiables candidatures;
    private final ExamenDesCandidatures examen;
    private final LimitationDesDossiers limitations;
    private final LectureDesRetraits lecture;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    TraitementDesRetraits(
            JdbcRetraits retraits,
            CandidaturesModifiables candidatures,
            ExamenDesCandidatures examen,
            LimitationDesDossiers limitations,
            LectureDesRetraits lecture,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.retraits = retraits;
        this.candidatures = candidatures;
        this.examen = examen;
        this.limitations = limitations;
        this.lecture = lecture;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Those that wait for their application, or for staff, the oldest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Retrait> ouverts() {
        return retraits.ouverts();
    }

    /** The last ones that are over. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Retrait> finis() {
        return retraits.finis(FINIS);
    }

    @Interne("a count, for the list of what to do")
    public long aDecider() {
        return retraits.aDecider();
    }

    /** Under which identity it was asked, for the secretariat to compare; not while the file is restricted. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Preuve.IdentiteVue> identiteVue(Retrait retrait) {
        if (!retrait.parIdentite() || limitations.limite(retrait.code())) {
            return Optional.empty();
        }
        return retraits.scelle(retrait.envelope())
                .flatMap(lecture::preuve)
                .filter(Preuve.IdentiteVue.class::isInstance)
                .map(Preuve.IdentiteVue.class::cast);
    }

    /** What staff may say of one now. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Suite> suites(Retrait retrait) {
        if (!retrait.ouvert()) {
            return List.of();
        }
        var dossier = candidatures.dossier(retrait.code());
        if (dossier.isEmpty()) {
            return List.of(Suite.CODE_INCONNU);
        }
        boolean retirable = examen.actes(dossier.get()).contains(Dossier.Acte.RETIRER);
        return retirable ? List.of(Suite.RETIREE, Suite.ECARTEE) : List.of(Suite.SUIVIE_AU_TIRAGE, Suite.ECARTEE);
    }

    /** Writes down what staff did about it, and withdraws the application when that is what they say. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> regler(EnvelopeId envelope, Suite suite) {
        var retrait = retraits.retrait(envelope).filter(Retrait::ouvert);
        if (retrait.isEmpty()) {
            return Optional.of(Refus.DEJA_DECIDEE);
        }
        if (suite == Suite.RETIREE) {
            var refus = candidatures
                    .dossier(retrait.get().code())
                    .map(dossier -> examen.retirer(dossier.vu(), VoieDeRetrait.GUICHET))
                    .orElse(Optional.of(Refus.INCONNUE));
            if (refus.isPresent()) {
                return refus;
            }
        }
        Instant le = Instant.ofEpochMilli(clock.millis());
        if (!retraits.regler(envelope, new Reglement(suite, le, agent.identifiant()))) {
            return Optional.of(Refus.DEJA_DECIDEE);
        }
        registre.inscrire(Acte.RETRAIT_REGLE
                .sur(retrait.get().code().affiche())
                .avec("suite", suite.name())
                .avec("mairie", retrait.get().mairie().name())
                .avec("agent", retrait.get().agent()));
        return Optional.empty();
    }
}
