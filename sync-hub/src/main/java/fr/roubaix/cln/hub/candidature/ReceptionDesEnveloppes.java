package fr.roubaix.cln.hub.candidature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Interne;

/**
 * Stores what a kiosk delivered. A form that came late, or from a person under 16, is stored like any other and waits
 * for a decision with its alert: a machine refuses nobody.
 */
@Service
@Interne("receives what kiosks sent, behind their signatures")
class ReceptionDesEnveloppes implements ReceptionDeCandidature {

    /** What two good clocks may differ by. */
    private static final Duration HORLOGE = Duration.ofMinutes(2);

    private final Appels appels;
    private final CandidaturesModifiables candidatures;
    private final Identites identites;

    ReceptionDesEnveloppes(Appels appels, CandidaturesModifiables candidatures, Identites identites) {
        this.appels = appels;
        this.candidatures = candidatures;
        this.identites = identites;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException no call was ever opened: nothing is stored, and the kiosk keeps its envelope
     */
    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public Issue recevoir(Recue recue) {
        var enCours = enCours();
        AppelSuivi appel = appelPour(recue.deposeeLe(), enCours.appels());
        if (enCours.premiere(appel.id())) {
            candidatures.noter(appel.id());
        } else {
            candidatures.numeroter();
        }
        if (ajouter(recue, appel)) {
            return Issue.RECUE;
        }
        if (candidatures.contient(recue.envelope())) {
            return Issue.DEJA_RECUE;
        }
        return candidatures.dossier(recue.code()).isPresent() ? Issue.CODE_DEJA_PRIS : Issue.ORIGINAL_DEJA_SAISI;
    }

    /** A kiosk may deliver again somebody who was erased meanwhile: the application is counted, and says nothing. */
    private boolean ajouter(Recue recue, AppelSuivi appel) {
        var identite = identites.sceller(recue.code(), recue.fiche());
        var effaceeLe = identite.isPresent()
                ? Optional.<Instant>empty()
                : Optional.of(identites.effaceeLe(recue.code()).orElseThrow());
        var dossier = new Dossier(
                recue.code(),
                appel.id(),
                recue.fiche().secteur(),
                recue.fiche().parite(),
                classe(recue, appel),
                recue.mairie(),
                recue.deposeeLe(),
                recue.recueLe(),
                !appel.accepte(recue.deposeeLe()),
                new Statut.AExaminer(),
                circonstances(recue),
                0,
                effaceeLe);
        boolean ajoutee = candidatures.ajouter(dossier, recue.envelope(), identite.orElse(new byte[0]));
        if (ajoutee) {
            recue.papier().ifPresent(papier -> candidatures.noterLePapier(recue.envelope(), recue.code(), papier));
        }
        return ajoutee;
    }

    /**
     * What staff must look at. Nothing is deposited after it is received: whatever a terminal says of its clock, that one is
     * wrong. A sector that the person chose, no address base having told it, decides for whom a seat is drawn: somebody
     * checks it. Staff who enter a form say so themselves.
     */
    private static Circonstances circonstances(Recue recue) {
        var circonstances = recue.circonstances();
        if (recue.deposeeLe().isAfter(recue.recueLe().plus(HORLOGE))) {
            circonstances = circonstances.avecHorlogeDouteuse(true);
        }
        return !circonstances.origine().surPapier() && recue.fiche().origineDuSecteur() == OrigineDuSecteur.DECLARATION
                ? circonstances.avecSecteurConfirme(true)
                : circonstances;
    }

    private ReceptionEnCours enCours() {
        if (TransactionSynchronizationManager.getResource(this) instanceof ReceptionEnCours enCours) {
            return enCours;
        }
        var debut = new ReceptionEnCours(appels.tous());
        TransactionSynchronizationManager.bindResource(this, debut);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<ReceptionEnCours, Object>(debut, this) {});
        return debut;
    }

    /** The latest call that had begun when the form was deposited, else the latest one. */
    private static AppelSuivi appelPour(Instant deposeeLe, List<AppelSuivi> appels) {
        return appels.stream()
                .filter(appel -> !deposeeLe.isBefore(appel.appel().ouverture()))
                .findFirst()
                .or(() -> appels.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("an application came before any call was opened"));
    }

    private static Optional<ClasseAge> classe(Recue recue, AppelSuivi appel) {
        var verdict = new Eligibilite(appel.appel().dateDeReference())
                .examiner(recue.fiche().habitant().naissance());
        return switch (verdict) {
            case Eligibilite.Verdict.Eligible(var classe) -> Optional.of(classe);
            case Eligibilite.Verdict.TropJeune _ -> Optional.empty();
        };
    }
}
