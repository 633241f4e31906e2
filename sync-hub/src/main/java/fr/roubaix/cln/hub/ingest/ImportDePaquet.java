package fr.roubaix.cln.hub.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.ingest.Arrival.Genuine;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.RapportDePaquet.Ligne;
import fr.roubaix.cln.hub.ingest.RapportDePaquet.Sort;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bundle.Content;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * Receives what a kiosk without network put on a stick, through the door that the network uses, and writes what the kiosk
 * must learn in return. The same file again, or mixed with deliveries, changes nothing more.
 *
 * <p>A line counts under any key of the kiosk that it names, whoever brings it: what the disk of a replaced terminal still
 * held is brought this way. Only chains of the present key are answered, since no terminal waits for the others. What the
 * kiosk did not sign is told to the person and not to the kiosk: anybody could have written it on the stick. Nothing of a
 * revoked kiosk counts.
 */
@Service
public class ImportDePaquet {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDePaquet.class);

    /** No kiosk of a city holds so many; a file that goes on is read in several. */
    private static final int MAX_LINES = 200_000;

    /** A bundle may be damaged here and there; a file without one line of a kiosk among so many is something else. */
    private static final int LIGNES_POUR_RECONNAITRE = 100;

    private final Kiosks kiosks;
    private final Door door;
    private final Trousseau keys;
    private final Statuts statuts;
    private final BulletinCourant bulletin;
    private final AdressesAEmporter adresses;
    private final Registre registre;
    private final TransactionTemplate transaction;

    ImportDePaquet(
            Kiosks kiosks,
            Door door,
            Trousseau keys,
            Statuts statuts,
            BulletinCourant bulletin,
            AdressesAEmporter adresses,
            Registre registre,
            PlatformTransactionManager transactions) {
        this.kiosks = kiosks;
        this.door = door;
        this.keys = keys;
        this.statuts = statuts;
        this.bulletin = bulletin;
        this.adresses = adresses;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes every line that can be taken.
     *
     * @throws IOException the file stopped before its end: the lines before are taken, and it can be brought again
     * @throws PasUnPaquetException something else than a bundle was brought: nothing is taken
     * @throws TrousseauEnRetardException this instance cannot sign the return: nothing was looked at
     */
    @PreAuthorize("hasRole('ADMIN')")
    public RapportDePaquet importer(InputStream paquet) throws IOException {
        var signing = keys.signing();
        var run = new Import();
        try {
            return importer(new BundleLines(paquet), signing, run);
        } finally {
            // A file that stopped before its end was taken up to there.
            if (run.reconnu || run.lignes.isEmpty()) {
                inscrire(run);
            }
        }
    }

    private void inscrire(Import run) {
        var inscription = Acte.PAQUET_IMPORTE.sur("paquet").avec("lignes", run.lignes.size());
        for (var compte : run.comptes().entrySet()) {
            inscription = inscription.avec(
                    compte.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'), compte.getValue());
        }
        var ecrite = inscription;
        transaction.executeWithoutResult(_ -> registre.inscrire(ecrite));
    }

    private RapportDePaquet importer(BundleLines lines, SigningKey signing, Import run) throws IOException {
        int number = 0;
        var line = lines.next();
        for (; line.isPresent() && number < MAX_LINES; line = lines.next()) {
            number++;
            run.read(number, line.get().text());
            if (!run.reconnu && number == LIGNES_POUR_RECONNAITRE) {
                throw new PasUnPaquetException();
            }
        }
        if (!run.reconnu && number > 0) {
            throw new PasUnPaquetException();
        }
        run.flush();
        var retour = new ByteArrayOutputStream();
        for (Ack ack : run.acks()) {
            write(retour, Content.ACK, Signed.by(signing, Use.ACK, ack.encode()));
        }
        write(retour, Content.BULLETIN, bulletin.signe());
        writeStatuses(retour);
        for (var adresse : adresses.lignes()) {
            write(retour, adresse);
        }
        LOG.info("A bundle of {} lines was imported: {}", number, run.comptes());
        return new RapportDePaquet(run.lignes, line.isEmpty(), Bytes.of(retour.toByteArray()));
    }

    private void writeStatuses(OutputStream retour) throws IOException {
        var page = statuts.page(0);
        write(retour, Content.STATUTS, page.signed());
        while (!page.page().derniere()) {
            page = statuts.page(page.page().jusquA());
            write(retour, Content.STATUTS, page.signed());
        }
    }

    private static void write(OutputStream retour, Content content, Signed signed) throws IOException {
        write(retour, new Bundle.Line(content, signed));
    }

    private static void write(OutputStream retour, Bundle.Line line) throws IOException {
        retour.write((line.text() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** One file: lines of one chain that follow one another go through the door together. */
    private final class Import {

        private final List<Ligne> lignes = new ArrayList<>();
        private final List<Ack> acks = new ArrayList<>();
        private final Map<KioskId, Optional<Kiosk>> known = new LinkedHashMap<>();
        private final Map<KioskId, List<VerifyingKey>> former = new LinkedHashMap<>();
        private final Map<OfKiosk, Kiosk> chains = new LinkedHashMap<>();
        private final List<Pending> pending = new ArrayList<>();
        private boolean reconnu;

        void read(int number, String text) {
            var signed = Signed.parse(text);
            var envelope = signed.flatMap(s -> Envelope.decode(s.content().toArray()));
            if (envelope.isEmpty()) {
                lignes.add(new Ligne(number, Sort.ILLISIBLE, Optional.empty(), Optional.empty()));
                return;
            }
            reconnu = true;
            var kiosk = known.computeIfAbsent(envelope.get().kiosk(), kiosks::byId);
            if (kiosk.isEmpty()) {
                lignes.add(ligne(number, Sort.BORNE_INCONNUE, envelope.get()));
            } else if (kiosk.get().revoked()) {
                lignes.add(ligne(number, Sort.BORNE_REVOQUEE, envelope.get()));
            } else {
                signedByTheKiosk(number, kiosk.get(), envelope.get().chain(), signed.orElseThrow())
                        .ifPresentOrElse(this::queue, () -> lignes.add(ligne(number, Sort.FALSIFIEE, envelope.get())));
            }
        }

        private Optional<Pending> signedByTheKiosk(int number, Kiosk kiosk, ChainId chain, Signed signed) {
            if (Arrival.of(kiosk, chain, signed) instanceof Genuine genuine) {
                return Optional.of(new Pending(number, kiosk, genuine, true));
            }
            return former.computeIfAbsent(kiosk.id(), _ -> formerKeys(kiosk)).stream()
                    .map(key -> Arrival.of(kiosk, key, chain, signed))
                    .filter(Genuine.class::isInstance)
                    .findFirst()
                    .map(arrival -> new Pending(number, kiosk, (Genuine) arrival, false));
        }

        private List<VerifyingKey> formerKeys(Kiosk kiosk) {
            return kiosks.keys().stream()
                    .filter(key -> key.kiosk().equals(kiosk.id()))
                    .map(Kiosks.KeyOfKiosk::key)
                    .filter(key -> !key.equals(kiosk.key()))
                    .toList();
        }

        private void queue(Pending next) {
            if (pending.size() == Batch.MAX_ENVELOPES
                    || (!pending.isEmpty() && !pending.getLast().chain().equals(next.chain()))) {
                flush();
            }
            pending.add(next);
        }

        void flush() {
            if (pending.isEmpty()) {
                return;
            }
            var chain = pending.getFirst().chain();
            if (chain.answered()) {
                chains.put(chain, pending.getFirst().kiosk());
            }
            if (!deliver(chain, List.copyOf(pending))) {
                // One of them cannot be taken now: those before it can.
                pending.forEach(one -> {
                    if (!deliver(chain, List.of(one))) {
                        lignes.add(ligne(
                                one.number(), Sort.A_REPRENDRE, one.genuine().envelope()));
                    }
                });
            }
            pending.clear();
        }

        private boolean deliver(OfKiosk chain, List<Pending> together) {
            var kiosk = together.getFirst().kiosk();
            try {
                var ack = door.receive(
                        kiosk,
                        chain.chain(),
                        together.stream().<Arrival>map(Pending::genuine).toList());
                if (chain.answered()) {
                    acks.add(ack);
                }
                for (int i = 0; i < together.size(); i++) {
                    var outcome = ack.answers().get(i).outcome();
                    lignes.add(ligne(
                            together.get(i).number(),
                            sort(outcome),
                            together.get(i).genuine().envelope()));
                }
                return true;
            } catch (RuntimeException e) {
                LOG.error("Lines of a bundle could not be received", e);
                return false;
            }
        }

        /** One per delivery, then how far each chain is held now that all are in. */
        List<Ack> acks() {
            var all = new ArrayList<>(acks);
            chains.forEach((chain, kiosk) -> all.add(door.receive(kiosk, chain.chain(), List.of())));
            return all;
        }

        Map<Sort, Long> comptes() {
            return new RapportDePaquet(lignes, true, Bytes.of(new byte[0])).comptes();
        }

        private static Ligne ligne(int number, Sort sort, Envelope envelope) {
            return new Ligne(number, sort, Optional.of(envelope.kiosk()), Optional.of(envelope.seq()));
        }

        private static Sort sort(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Accepted _ -> Sort.ACCEPTEE;
                case Outcome.Duplicate _ -> Sort.DEJA_RECUE;
                case Outcome.Refused _ -> Sort.MISE_DE_COTE;
                case Outcome.Conflict _ -> Sort.CONFLIT;
                case Outcome.Gap _ -> Sort.TROU;
                case Outcome.Forged _ -> Sort.FALSIFIEE;
            };
        }
    }

    /** @param answered whether a terminal waits for acks of this chain */
    private record OfKiosk(KioskId kiosk, ChainId chain, boolean answered) {}

    private record Pending(int number, Kiosk kiosk, Genuine genuine, boolean presentKey) {
        OfKiosk chain() {
            return new OfKiosk(kiosk.id(), genuine.envelope().chain(), presentKey);
        }
    }
}
