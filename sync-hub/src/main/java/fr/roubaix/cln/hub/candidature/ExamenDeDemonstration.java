package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;

/** Leaves a dozen fictitious applications to be examined, and declares the others admissible, once. */
@Component
@Profile("demo")
@Order(4)
class ExamenDeDemonstration implements ApplicationRunner {

    private static final int LEFT_TO_EXAMINE = 12;

    private final CandidaturesModifiables candidatures;
    private final AppelEnCours appels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExamenDeDemonstration(
            CandidaturesModifiables candidatures, AppelEnCours appels, TransactionTemplate transaction, Clock clock) {
        this.candidatures = candidatures;
        this.appels = appels;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        var appel = appels.appels().getFirst().appel().id();
        List<Dossier> dossiers = candidatures.dossiers(appel);
        if (dossiers.stream().allMatch(d -> d.statut() instanceof Statut.AExaminer)) {
            var trace = new Trace(new Identifiant("secretariat"), clock.instant());
            transaction.executeWithoutResult(_ -> {
                if (candidatures.noterSiDegelee(appel)) {
                    // What must be looked at is left for whoever tries the desk.
                    dossiers.stream()
                            .filter(d -> d.alertes().isEmpty())
                            .limit(Math.max(0, dossiers.size() - LEFT_TO_EXAMINE))
                            .filter(d -> d.actes().contains(Dossier.Acte.DECLARER_RECEVABLE))
                            .forEach(d ->
                                    candidatures.decider(d.vu(), new Statut.Recevable(trace.le(), trace.par()), trace));
                }
            });
        }
    }
}
