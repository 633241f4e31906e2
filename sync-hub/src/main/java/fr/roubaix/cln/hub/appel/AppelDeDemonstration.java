package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.security.Identifiant;

/** An open call around today, so that a demonstration can be walked through on any day. */
@Component
@Profile("demo")
@Order(2)
class AppelDeDemonstration implements ApplicationRunner {

    private final AppelsModifiables appels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppelDeDemonstration(AppelsModifiables appels, TransactionTemplate transaction, Clock clock) {
        this.appels = appels;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        transaction.executeWithoutResult(_ -> {
            if (appels.courant().isEmpty()) {
                appels.ajouter(suivi(today));
            }
        });
    }

    private AppelSuivi suivi(LocalDate today) {
        LocalDate end = today.plusDays(14);
        var appel = new Appel(
                new AppelId("demo-" + today.getYear()),
                today.minusDays(21),
                end,
                null,
                end,
                end.plusDays(7),
                "Hôtel de ville, salle de démonstration");
        return new AppelSuivi(
                appel, "Appel de démonstration", appel.ouverture(), new Identifiant("secretariat"), Optional.empty());
    }
}
