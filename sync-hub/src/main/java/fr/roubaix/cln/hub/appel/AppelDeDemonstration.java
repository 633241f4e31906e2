package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.hub.security.Identifiant;

/** An open call around today, so that a demonstration can be walked through on any day. */
@Component
@Profile("demo")
@Order(2)
class AppelDeDemonstration implements ApplicationRunner {

    /** Two languages are left out, to show what is read instead. */
    private static final Map<Langue, Annonce.Texte> TEXTES = Map.of(
            Langue.FRANCAIS, new Annonce.Texte("Appel de démonstration", """
                            La Ville de Roubaix cherche des habitants pour son Conseil local du numérique. Ce conseil donne \
                            son avis sur les services numériques de la Ville et propose des idées.

                            Vous habitez Roubaix et vous avez 16 ans ou plus ? Vous pouvez poser votre candidature."""),
            Langue.FACILE, new Annonce.Texte("Participez au conseil", """
                            La Ville veut des services numériques plus simples. Elle a besoin de vous.

                            Vous habitez Roubaix. Vous avez 16 ans ou plus. Vous pouvez poser votre candidature."""),
            Langue.ANGLAIS, new Annonce.Texte("Demonstration call", """
                            The City of Roubaix is looking for residents to join its digital council.

                            You live in Roubaix and are 16 or older? You can apply in any of the five town halls."""));

    private final AppelsModifiables appels;
    private final JdbcAnnonces annonces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppelDeDemonstration(
            AppelsModifiables appels, JdbcAnnonces annonces, TransactionTemplate transaction, Clock clock) {
        this.appels = appels;
        this.annonces = annonces;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        transaction.executeWithoutResult(_ -> {
            if (appels.courant().isEmpty()) {
                var suivi = suivi(today);
                appels.ajouter(suivi);
                annonces.publier(suivi.id(), new Annonce(TEXTES, Map.of()));
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
