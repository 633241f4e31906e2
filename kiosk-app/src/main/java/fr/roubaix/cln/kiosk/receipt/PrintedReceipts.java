package fr.roubaix.cln.kiosk.receipt;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.raster.Typeface;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Hub.Borne;
import fr.roubaix.cln.kiosk.sync.PrintJobs;
import fr.roubaix.cln.kiosk.sync.PrintJobs.Outcome;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.Signer;

/** Receipts on the printer of this terminal: a signed token, laid out, rasterised, sent. */
@Service
class PrintedReceipts implements Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(PrintedReceipts.class);

    /** How long a receipt may take to travel before it is written in the letters of the printer. */
    private static final int PATIENCE_IN_SECONDS = 15;

    private final ReceiptPrinter printer;
    private final SiteProfile site;
    private final PrinterProfile model;
    private final Hub hub;
    private final Signer signer;
    private final PrintJobs jobs;
    private final Map<Locale, ReceiptLayout> layouts = new ConcurrentHashMap<>();

    PrintedReceipts(
            ReceiptPrinter printer, SiteProfile site, PrinterProfile model, Hub hub, Signer signer, PrintJobs jobs) {
        this.printer = printer;
        this.site = site;
        this.model = model;
        this.hub = hub;
        this.signer = signer;
        this.jobs = jobs;
    }

    /** Opening the fonts takes half a second, once: not while the first person waits for a receipt. */
    private static final class Letters {
        private static final Typeface INSTALLED = Typeface.installed();
    }

    @Override
    public Impression print(ReceiptCode code, Instant at, Locale language) {
        return print(
                code, PrintJobs.Paper.APPLICATION, at, language, () -> jobs.begin(code, PrintJobs.Paper.APPLICATION));
    }

    @Override
    public Impression duplicate(ReceiptCode code, Instant at, int number) {
        return print(
                code,
                PrintJobs.Paper.APPLICATION,
                at,
                Locale.FRENCH,
                () -> jobs.begin(code, PrintJobs.Paper.APPLICATION, number));
    }

    @Override
    public Impression withdrawal(ReceiptCode code, Instant at) {
        return print(
                code,
                PrintJobs.Paper.WITHDRAWAL,
                at,
                Locale.FRENCH,
                () -> jobs.begin(code, PrintJobs.Paper.WITHDRAWAL));
    }

    /** Writes down first, prints second: what was begun and not ended counts as printed. */
    private Impression print(ReceiptCode code, PrintJobs.Paper kind, Instant at, Locale language, IntSupplier ledger) {
        int number;
        try {
            number = ledger.getAsInt();
        } catch (RuntimeException e) {
            LOG.error("nothing is printed that cannot be written down first", e);
            return new Impression.NonImprime(Raison.ERREUR);
        }
        byte[] job;
        try {
            job = job(paper(kind, number), code, at, language);
        } catch (RuntimeException | LinkageError | InternalError e) {
            // The application is in the journal: whatever is wrong here, a missing font included, must not undo the
            // screen that says so. The JVM reports missing fonts by errors.
            LOG.error("the receipt could not be made", e);
            end(code, kind, number, Outcome.NOTHING);
            return new Impression.NonImprime(Raison.ERREUR);
        }
        var result = printer.print(job);
        end(code, kind, number, outcome(result));
        return impression(result);
    }

    private void end(ReceiptCode code, PrintJobs.Paper kind, int number, Outcome outcome) {
        try {
            jobs.end(code, kind, number, outcome);
        } catch (RuntimeException e) {
            // It stays written down as sent: the next one bears a number that it might have done without.
            LOG.error("what became of a paper could not be written down", e);
        }
    }

    private static Outcome outcome(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> Outcome.PRINTED;
            case PrintResult.Refused _ -> Outcome.NOTHING;
            case PrintResult.Failed _ -> Outcome.SENT;
        };
    }

    private static Impression impression(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> {
                LOG.info("receipt printed");
                yield new Impression.Imprime();
            }
            case PrintResult.Refused(var fault) -> new Impression.NonImprime(reason(fault));
            case PrintResult.Failed(var fault) -> new Impression.NonImprime(reason(fault));
        };
    }

    private static ReceiptContent.Paper paper(PrintJobs.Paper kind, int number) {
        return switch (kind) {
            case WITHDRAWAL -> new ReceiptContent.Paper.Withdrawal(number);
            case APPLICATION ->
                number == 0 ? new ReceiptContent.Paper.Application() : new ReceiptContent.Paper.Duplicate(number);
        };
    }

    /** The bytes for the printer. */
    byte[] job(ReceiptCode code, Instant at) {
        return job(new ReceiptContent.Paper.Application(), code, at, Locale.FRENCH);
    }

    private byte[] job(ReceiptContent.Paper paper, ReceiptCode code, Instant at, Locale language) {
        var borne = hub.borne().orElseThrow(() -> new IllegalStateException("this kiosk is not enrolled"));
        var content = content(borne, paper, code, at);
        var picture = layout(language).lay(content, model.widthInDots());
        byte[] drawn = new EscPos(model.codePage())
                .initialise()
                .raster(picture)
                .cut(model.cut())
                .bytes();
        var line = printer.bytesPerSecond();
        if (line.isEmpty() || drawn.length <= PATIENCE_IN_SECONDS * line.getAsInt()) {
            return drawn;
        }
        // In a script that the printer has no letters for, a person waits and has their receipt.
        return ReceiptLines.job(content, language, model).orElse(drawn);
    }

    /** Looking through the fonts for letters takes a moment, once for each language. */
    private ReceiptLayout layout(Locale language) {
        return layouts.computeIfAbsent(language, wanted -> ReceiptLayout.in(wanted, Letters.INSTALLED));
    }

    ReceiptContent content(Borne borne, ReceiptCode code, Instant at) {
        return content(borne, new ReceiptContent.Paper.Application(), code, at);
    }

    private ReceiptContent content(Borne borne, ReceiptContent.Paper paper, ReceiptCode code, Instant at) {
        var token = new ReceiptToken(
                borne.cle(), code, new ReceiptToken.Issuer.Kiosk(borne.id(), borne.mairie()), purpose(paper), at);
        var bulletin = hub.bulletin();
        return new ReceiptContent(
                paper,
                token.sign(signer),
                code,
                LocalDateTime.ofInstant(at, Appel.ROUBAIX),
                borne.mairie(),
                bulletin.flatMap(known -> telephone(known, borne)).orElse(site.contact()),
                bulletin.map(Bulletin::telephone),
                bulletin.flatMap(known -> draw(known, at)));
    }

    /** Of the call whose dates let the person apply, were it closed since. */
    private static Optional<ReceiptContent.Draw> draw(Bulletin bulletin, Instant at) {
        return bulletin.appels().stream()
                .map(Bulletin.AppelPublie::appel)
                .filter(appel -> appel.accepte(at))
                .findFirst()
                .map(appel -> new ReceiptContent.Draw(appel.tirageLe(), appel.lieuDuTirage()));
    }

    private static Optional<String> telephone(Bulletin bulletin, Borne borne) {
        return bulletin.contacts().stream()
                .filter(contact -> contact.secteur() == borne.mairie())
                .findFirst()
                .map(Bulletin.ContactDeMairie::telephone);
    }

    private static ReceiptToken.Purpose purpose(ReceiptContent.Paper paper) {
        return switch (paper) {
            case ReceiptContent.Paper.Application _, ReceiptContent.Paper.Duplicate _ ->
                ReceiptToken.Purpose.APPLICATION;
            case ReceiptContent.Paper.Withdrawal _ -> ReceiptToken.Purpose.WITHDRAWAL;
        };
    }

    private static Raison reason(Fault fault) {
        return switch (fault) {
            case PrinterStatus.NoPaper _ -> Raison.PLUS_DE_PAPIER;
            case PrinterStatus.CoverOpen _ -> Raison.CAPOT_OUVERT;
            case PrinterStatus.Unreachable _ -> Raison.INJOIGNABLE;
            case PrinterStatus.InError _ -> Raison.ERREUR;
        };
    }

    /** Lays out a receipt for nobody and prints nothing: the first real one then takes milliseconds. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("receipt-warm-up").start(() -> {
            var nobody = new ReceiptContent(
                    new ReceiptContent.Paper.Application(),
                    "CLN1:",
                    new ReceiptCode(0),
                    LocalDateTime.of(2025, 1, 1, 0, 0),
                    site.mairie(),
                    site.contact(),
                    Optional.empty(),
                    Optional.empty());
            try {
                layout(Locale.FRENCH).lay(nobody, model.widthInDots());
                LOG.info("receipts are written in {}", Letters.INSTALLED.family());
            } catch (LinkageError | InternalError e) {
                LOG.error("no font for receipts: install fontconfig and a font", e);
            }
        });
    }
}
