package fr.roubaix.cln.hub.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.demo.CandidaturesFictives;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelEnCours;

/**
 * Five fictitious kiosks deliver 120 fictitious applications, once, by the door that real ones use. One transaction holds
 * all of it: a hub stopped in the middle starts again from nothing.
 */
@Component
@Profile("demo")
@Order(3)
class EnveloppesDeDemonstration implements ApplicationRunner {

    /** The same people at every fresh start; their receipt codes differ. */
    private static final long SEED = 2025;

    private final Kiosks kiosks;
    private final BornesFictives bornes;
    private final Door door;
    private final Trousseau keys;
    private final AppelEnCours appels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnveloppesDeDemonstration(
            Kiosks kiosks,
            BornesFictives bornes,
            Door door,
            Trousseau keys,
            AppelEnCours appels,
            TransactionTemplate transaction,
            Clock clock) {
        this.kiosks = kiosks;
        this.bornes = bornes;
        this.door = door;
        this.keys = keys;
        this.appels = appels;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        transaction.executeWithoutResult(_ -> {
            // A terminal that somebody enrols meanwhile says nothing about the fictitious ones.
            if (kiosks.all().stream().noneMatch(bornes::fictive)) {
                deliver(appels.appels().getFirst().appel());
            }
        });
    }

    private void deliver(Appel appel) {
        var fiches = new CandidaturesFictives(new Random(SEED), appel.dateDeReference()).toutes();
        for (Secteur mairie : Secteur.values()) {
            deliver(mairie, fiches.stream().filter(f -> f.secteur() == mairie).toList(), appel);
        }
    }

    private void deliver(Secteur mairie, List<FicheDeCandidature> fiches, Appel appel) {
        var fictive = bornes.mairie(mairie);
        Instant now = clock.instant();
        var kiosk = kiosks.enrol(fictive.verifyingKey(), mairie, BornesFictives.NAME + mairie.nom(), now);
        Instant from = appel.ouverture().plus(Duration.ofHours(9));
        door.receive(kiosk, fictive.batch(kiosk.id(), keys.opening().sealingKey(), fiches, from, now));
    }
}
