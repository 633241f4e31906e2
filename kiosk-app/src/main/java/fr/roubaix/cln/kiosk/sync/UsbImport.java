package fr.roubaix.cln.kiosk.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bundle.Content;
import fr.roubaix.cln.sync.Bundle.Line;
import fr.roubaix.cln.sync.Signed;

/**
 * Takes in the lines of a return, with the checks that the network has. Bulletins come first, since they prove the keys
 * that may have signed the rest; then the acks, since they tell the life of the hub that statuses are counted in.
 */
final class UsbImport {

    private static final Logger LOG = LoggerFactory.getLogger(UsbImport.class);

    /** The return of a hub that answers for a whole city is a tenth of this. */
    static final long MAX_BYTES = 256L * 1024 * 1024;

    /** Lines left aside that are told one by one; whoever reads them needs no more to know what to do. */
    static final int MAX_REFUSED = 1_000;

    /** In this order, whatever that of the lines; an address base is one line and the ones that follow it. */
    private static final List<Set<Content>> PASSES = List.of(
            Set.of(Content.BULLETIN),
            Set.of(Content.ACK),
            Set.of(Content.STATUTS),
            Set.of(Content.ADRESSES, Content.MORCEAU));

    private final TransactionTemplate write;
    private final KioskIdentity identity;
    private final Acks acks;
    private final KnownHub hub;
    private final StatusPages statuts;
    private final KnownAddresses adresses;

    UsbImport(
            TransactionTemplate write,
            KioskIdentity identity,
            Acks acks,
            KnownHub hub,
            StatusPages statuts,
            KnownAddresses adresses) {
        this.write = write;
        this.identity = identity;
        this.acks = acks;
        this.hub = hub;
        this.statuts = statuts;
        this.adresses = adresses;
    }

    Import read(Path file) {
        if (identity.enrolled().isEmpty()) {
            return new Import.PasEnrolee();
        }
        var tally = new Tally();
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new Import.PasUnRetour();
            }
            for (Set<Content> contents : PASSES) {
                pass(file, contents, tally);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be read to its end", file.getFileName(), e);
            return new Import.Illisible();
        }
        if (!tally.known && !tally.refused.isEmpty()) {
            return new Import.PasUnRetour();
        }
        LOG.info("{} imported: {}", file.getFileName(), tally.told());
        return tally.told();
    }

    private void pass(Path file, Set<Content> contents, Tally tally) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (var text = line(reader); text.isPresent(); text = line(reader)) {
                number++;
                var line = Line.parse(text.get());
                tally.known |= line.isPresent();
                if (line.isEmpty()) {
                    tally.refuse(number, Refus.MAL_FORMEE);
                } else if (contents.contains(line.get().content())) {
                    take(number, line.get(), tally);
                }
            }
        }
    }

    /** A line up to LF; cut one character after the longest allowed, so that a file without LF fills no memory. */
    private static Optional<String> line(BufferedReader reader) throws IOException {
        var text = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (text.length() <= Bundle.MAX_LINE) {
                text.append((char) read);
            }
            read = reader.read();
        }
        return Optional.of(text.length() > Bundle.MAX_LINE ? "" : text.toString());
    }

    private void take(int number, Line line, Tally tally) {
        var enrolled = identity.enrolled().orElseThrow();
        switch (line.content()) {
            case BULLETIN -> bulletin(number, line.signed(), tally);
            case ACK -> ack(number, enrolled, line.signed(), tally);
            case STATUTS -> statuts(number, line.signed(), tally);
            case ADRESSES -> adresses(number, adresses.takeEdition(line.signed()), tally);
            case MORCEAU -> adresses(number, adresses.takePiece(line.signed()), tally);
        }
    }

    private void bulletin(int number, Signed signed, Tally tally) {
        switch (hub.take(signed, "")) {
            case NEWER -> tally.bulletin = true;
            case KNOWN -> {}
            case OLDER -> tally.refuse(number, Refus.ANCIENNE);
            case NOT_SIGNED -> tally.refuse(number, Refus.SIGNATURE);
        }
    }

    private void ack(int number, Enrolled enrolled, Signed signed, Tally tally) {
        var ack = HubClient.ack(enrolled, signed);
        if (ack.isEmpty()) {
            tally.refuse(number, Refus.SIGNATURE);
            return;
        }
        var examined = acks.examine(enrolled, ack.get());
        switch (write.execute(_ -> acks.imported(enrolled, ack.get(), examined))) {
            case Acks.Imported.Taken(var marked) -> tally.delivered += marked;
            case Acks.Imported.Refused(var refus) -> tally.refuse(number, refus);
        }
    }

    private void statuts(int number, Signed signed, Tally tally) {
        switch (statuts.take(signed)) {
            case ALL, MORE_TO_COME -> tally.statuts++;
            case OLDER -> tally.refuse(number, Refus.ANCIENNE);
            case LIFE_OVER -> tally.refuse(number, Refus.AUTRE_VIE_DU_HUB);
            case NOT_SIGNED -> tally.refuse(number, Refus.SIGNATURE);
        }
    }

    private static void adresses(int number, KnownAddresses.Taken taken, Tally tally) {
        switch (taken) {
            case WANTED, KNOWN -> {}
            case IN_USE -> tally.adresses = true;
            case OLDER -> tally.refuse(number, Refus.ANCIENNE);
            case NOT_SIGNED -> tally.refuse(number, Refus.SIGNATURE);
            case DAMAGED -> tally.refuse(number, Refus.MAL_FORMEE);
        }
    }

    /** What is counted while a file is read. */
    private static final class Tally {
        private int delivered;
        private boolean bulletin;
        private boolean adresses;
        private boolean known;
        private int statuts;
        private final Map<Integer, Refus> refused = new TreeMap<>();

        void refuse(int number, Refus refus) {
            if (refused.size() < MAX_REFUSED) {
                refused.put(number, refus);
            }
        }

        Import.Lu told() {
            return new Import.Lu(delivered, bulletin, statuts, adresses, refused);
        }
    }
}
