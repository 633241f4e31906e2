package fr.roubaix.cln.hub.fleet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.Bornes.CodeDEnrolement;
import fr.roubaix.cln.hub.fleet.Codes.Code;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.KioskId;

/** Makes one-time enrolment codes. Who may ask for one is for the callers to say. */
@Service
@Interne("part of guarded use cases, which say who asked")
class NouveauxCodes {

    static final Duration LIFE = Duration.ofMinutes(15);

    /** Without 0 O, 1 I L, U V: what is read aloud on the telephone arrives. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int LENGTH = 8;

    private final Codes codes;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    NouveauxCodes(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** For a terminal that joins. */
    @Transactional
    CodeDEnrolement pour(Secteur mairie) {
        return code(new Code(mairie, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** For a terminal that takes the place of this kiosk. */
    @Transactional
    CodeDEnrolement pourRemplacer(Kiosk kiosk) {
        return code(new Code(kiosk.mairie(), Optional.of(kiosk.id()), Optional.empty(), Optional.empty()));
    }

    /** For a kiosk that has this number and that the hub does not know any more. */
    @Transactional
    CodeDEnrolement pourLeNumero(Secteur mairie, KioskId numero) {
        return code(new Code(mairie, Optional.empty(), Optional.of(numero), Optional.empty()));
    }

    private CodeDEnrolement code(Code droit) {
        String code = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        Instant expireLe = Instant.ofEpochMilli(clock.millis()).plus(LIFE);
        codes.store(code, droit, expireLe);
        return new CodeDEnrolement(code, expireLe);
    }
}
