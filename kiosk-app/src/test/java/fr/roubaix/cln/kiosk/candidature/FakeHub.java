package fr.roubaix.cln.kiosk.candidature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.VerifyingKey;

/** A hub whose bulletin the test writes. */
final class FakeHub implements Hub {

    static final Appel APPEL = new Appel(
            new AppelId("2026-11"),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 6),
            null,
            LocalDate.of(2026, 12, 6),
            LocalDate.of(2026, 12, 18),
            "à la Condition publique");

    private List<AppelPublie> appels = List.of();

    void publier(AppelPublie... publies) {
        appels = List.of(publies);
    }

    @Override
    public Optional<Bulletin> bulletin() {
        return Optional.of(new Bulletin(
                1, Instant.EPOCH, "2025", appels, List.of(), "03 20 66 46 00", List.of(), List.of(), List.of()));
    }

    @Override
    public Liaison liaison() {
        return new Liaison(false, 0, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<VerifyingKey> signingKey() {
        return Optional.empty();
    }

    @Override
    public Optional<Borne> borne() {
        return Optional.of(new Borne(new KioskId(7), Secteur.NORD, 1));
    }
}
