package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.fleet.Codes.Code;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.EnrolmentResponse.Reason;
import fr.roubaix.cln.sync.EnrolmentResponse.Refused;

/**
 * Enrols a kiosk against a one-time code. The same key with the same code gets the same answer again. A code made for one
 * kiosk gives a terminal the number of that kiosk: it replaces it, or comes back after it was revoked. A code made for a
 * number gives it as long as no kiosk has it.
 */
@Service
class Enrolment {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);

    /** More keys than any terminal was ever given: what one that lost its disk, under a number lost here too, may have had. */
    static final int CLES_INCONNUES = 99;

    private final Kiosks kiosks;
    private final Codes codes;
    private final Trousseau keys;
    private final Clock clock;

    Enrolment(Kiosks kiosks, Codes codes, Trousseau keys, Clock clock) {
        this.kiosks = kiosks;
        this.codes = codes;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    EnrolmentResponse enrol(EnrolmentRequest request) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        var code = codes.find(request.code(), now);
        var known = kiosks.byKey(request.key());
        if (withdrawn(request, known) && !readmits(code, known)) {
            return new Refused(Reason.CLE_REVOQUEE);
        }
        if (code.isEmpty() || !usable(code.get(), known)) {
            return new Refused(Reason.CODE_REFUSE);
        }
        var mairie = code.get().mairie();
        if ((request.mairie() != null && request.mairie() != mairie)
                || known.filter(kiosk -> kiosk.mairie() != mairie).isPresent()) {
            return new Refused(Reason.AUTRE_MAIRIE);
        }
        var kiosk = code.get()
                .borne()
                .map(borne -> kiosks.renew(borne, request.key(), request.lastKey(), now))
                .or(() -> known)
                .orElseGet(() -> join(code.get(), request, now));
        if (code.get().usedBy().isEmpty() && !codes.use(request.code(), kiosk.id())) {
            throw new IllegalStateException("two kiosks raced for one code: neither is enrolled");
        }
        return welcome(kiosk, now);
    }

    private Kiosk join(Code code, EnrolmentRequest request, Instant now) {
        return code.numero()
                .map(numero ->
                        kiosks.enrolAs(numero, request.key(), lastKey(request), code.mairie(), request.name(), now))
                .orElseGet(() -> kiosks.enrol(request.key(), code.mairie(), request.name(), now));
    }

    /** The hub lost this number, and so what its keys were numbered: only the terminal may know. */
    private static int lastKey(EnrolmentRequest request) {
        return request.lastKey() > 0 ? request.lastKey() : CLES_INCONNUES;
    }

    /** Whether the key is one of a revoked kiosk, or one that its kiosk has left for another. */
    private boolean withdrawn(EnrolmentRequest request, Optional<Kiosk> known) {
        return known.map(Kiosk::revoked)
                .orElseGet(
                        () -> kiosks.keys().stream().anyMatch(key -> key.key().equals(request.key())));
    }

    /** A code that nobody used yet, made for the very kiosk that was revoked. */
    private static boolean readmits(Optional<Code> code, Optional<Kiosk> known) {
        return known.isPresent()
                && code.filter(unused -> unused.usedBy().isEmpty())
                        .flatMap(Code::borne)
                        .equals(known.map(Kiosk::id));
    }

    private boolean usable(Code code, Optional<Kiosk> known) {
        var place = code.borne().or(code::numero);
        boolean itsPlace = place.isEmpty() || known.isEmpty() || place.equals(known.map(Kiosk::id));
        boolean taken = known.isEmpty() && code.numero().flatMap(kiosks::byId).isPresent();
        return itsPlace && !taken && (code.usedBy().isEmpty() || code.usedBy().equals(known.map(Kiosk::id)));
    }

    private EnrolmentResponse welcome(Kiosk kiosk, Instant now) {
        var signing = keys.signing().verifyingKey();
        var sealing = keys.opening().sealingKey();
        LOG.info(
                "Borne {} enrôlée pour la mairie de quartier {}. Empreinte à comparer : {}.",
                kiosk.id(),
                kiosk.mairie().nom(),
                keys.fingerprint(kiosk.key()));
        return new Enrolled(kiosk.id(), kiosk.mairie(), kiosk.keyNumber(), sealing, signing, now);
    }
}
