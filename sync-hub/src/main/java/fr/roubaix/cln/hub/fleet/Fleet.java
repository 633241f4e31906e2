package fr.roubaix.cln.hub.fleet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Trousseau;

/** The kiosks, read from the door's own records. */
@Service
class Fleet implements Bornes {

    static final Duration LIFE_OF_A_CODE = Duration.ofMinutes(15);

    /** Without 0 O, 1 I L, U V: what is read aloud on the telephone arrives. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int LENGTH = 8;

    private final Kiosks kiosks;
    private final Codes codes;
    private final Trousseau keys;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Fleet(Kiosks kiosks, Codes codes, Trousseau keys, Clock clock) {
        this.kiosks = kiosks;
        this.codes = codes;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<EtatDeBorne> etats() {
        return kiosks.all().stream()
                .filter(kiosk -> !kiosk.revoked())
                .map(kiosk -> new EtatDeBorne(
                        kiosk.id(),
                        kiosk.mairie(),
                        kiosk.name(),
                        kiosk.report().map(Kiosks.Report::at),
                        kiosk.report().map(report -> Math.toIntExact(report.queue())),
                        keys.fingerprint(kiosk.key())))
                .sorted(Comparator.comparing(EtatDeBorne::mairie)
                        .thenComparing(etat -> etat.id().numero()))
                .toList();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public CodeDEnrolement creerCode(Secteur mairie) {
        return nouveauCode(mairie);
    }

    /** The same at start-up, when nobody is signed in. */
    @Transactional
    CodeDEnrolement nouveauCode(Secteur mairie) {
        String code = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        Instant expireLe = Instant.ofEpochMilli(clock.millis()).plus(LIFE_OF_A_CODE);
        codes.store(code, mairie, expireLe);
        return new CodeDEnrolement(code, expireLe);
    }
}
