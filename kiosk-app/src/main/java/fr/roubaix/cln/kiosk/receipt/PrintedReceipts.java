package fr.roubaix.cln.kiosk.receipt;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Hub.Borne;
import fr.roubaix.cln.kiosk.sync.PrintJobs;
import fr.roubaix.cln.kiosk.sync.PrintJobs.Outcome;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.Signer;

/** Receipts on the printer of this terminal: written down, signed, laid out, sent. */
@Service
class PrintedReceipts implements Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(PrintedReceipts.class);

    private final ReceiptPrinter printer;
    private final SiteProfile site;
    private final ReceiptWriter writer;
    private final Hub hub;
    private final Signer signer;
    private final PrintJobs jobs;

    PrintedReceipts(
            ReceiptPrinter printer, SiteProfile site, ReceiptWriter writer, Hub hub, Signer signer, PrintJobs jobs) {
        this.printer = printer;
        this.site = site;
        this.writer = writer;
        this.hub = hub;
        this.signer = signer;
        this.jobs = jobs;
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
        return writer.write(content(borne, paper, code, at), language);
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
            case ReceiptContent.Paper.Specimen _ -> throw new IllegalArgumentException("a specimen proves nothing");
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
}
