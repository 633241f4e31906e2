package fr.roubaix.cln.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.VerifyingKey;

/** A hub that says what a test made it say. */
public final class StillHub implements Hub {

    public static final Appel APPEL = new Appel(
            new AppelId("2025"),
            LocalDate.of(2025, 5, 5),
            LocalDate.of(2025, 6, 6),
            LocalTime.of(18, 0),
            LocalDate.of(2025, 6, 6),
            LocalDate.of(2025, 6, 13),
            "Condition publique");

    public boolean connected = true;
    public boolean enrolled = true;
    public boolean heard = true;
    public List<AgentPublie> agents = List.of();
    public Optional<Instant> lastContact = Optional.empty();
    public Duration clockOffset = Duration.ZERO;
    public Optional<Instant> nextAttempt = Optional.empty();
    public Optional<Fault> fault = Optional.empty();
    public Optional<VerifyingKey> signingKey = Optional.empty();
    public List<BornePubliee> kiosks = List.of();
    public List<Signed> successions = List.of();
    public List<VerifyingKey> formerKeys = List.of();
    public List<AvisPublie> notices = List.of();
    public @Nullable RenouvellementPublie renewal;
    public int waiting;
    public List<AppelPublie> calls = List.of(new AppelPublie(APPEL, false));

    @Override
    public Optional<Bulletin> bulletin() {
        return !heard
                ? Optional.empty()
                : Optional.of(new Bulletin(
                        1,
                        Instant.EPOCH,
                        "2025",
                        calls,
                        List.of(new ContactDeMairie(Secteur.NORD, "07 87 25 07 09")),
                        "07 88 95 77 06",
                        agents,
                        kiosks,
                        successions,
                        formerKeys,
                        notices,
                        renewal));
    }

    @Override
    public Liaison liaison() {
        return new Liaison(connected, waiting, lastContact, clockOffset, nextAttempt, fault);
    }

    @Override
    public Optional<VerifyingKey> signingKey() {
        return signingKey;
    }

    @Override
    public Optional<Borne> borne() {
        return enrolled ? Optional.of(new Borne(new KioskId(3), Secteur.NORD, 1)) : Optional.empty();
    }
}
