package fr.roubaix.cln.hardware.printer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Reason;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;

/**
 * The driver of a real ESC/POS printer, whatever the wire.
 *
 * <p>A job goes: state asked ({@code DLE EOT}), bytes sent in small pieces, then {@code GS r}, which a printer answers once
 * everything before it is on paper, and the state again. A printer that answers none of it prints all the same: its state
 * is unknown. Every wait is bounded ({@link Patience}).
 *
 * <p>After a job that stopped on the way, perhaps with the process, the printer may still be waiting for the rest of a picture:
 * before the next job, at a look if there is one, come enough zeros to end it, which a printer that waits for nothing ignores.
 */
public final class EscPosPrinter implements ReceiptPrinter {

    private static final byte DLE = 0x10;
    private static final byte EOT = 0x04;

    /** {@code GS r 1}: the state of the paper, told in its turn and not at once. */
    private static final byte[] TELL_WHEN_DONE = {0x1d, 'r', 1};

    /** One second of a line at 9600 bauds: a stall is noticed by pieces. */
    private static final int PIECE = 960;

    private final Wire wire;
    private final Questions questions;
    private final Patience patience;
    private final Object oneAtATime = new Object();

    /** Nobody knows what the process before this one was doing when it ended. */
    private boolean halfway = true;

    private boolean tellsWhenDone = true;

    EscPosPrinter(Wire wire, Questions questions, Patience patience) {
        this.wire = wire;
        this.questions = questions;
        this.patience = patience;
    }

    /** Whether a printer is asked how it is. */
    public enum Questions {
        ASKED,
        /** Its model answers none, and no fault is to be read in its silence. */
        NEVER
    }

    /** A printer on the network. */
    public static EscPosPrinter overTcp(String host, int port, Questions questions, Patience patience) {
        return new EscPosPrinter(new TcpWire(host, port, patience.reach()), questions, patience);
    }

    /** A printer behind a device file, through which its answers come back. */
    public static EscPosPrinter overFile(Path file, Questions questions, Patience patience) {
        return new EscPosPrinter(new FileWire(file, questions == Questions.ASKED), questions, patience);
    }

    /** A printer on a serial port. */
    public static EscPosPrinter overSerial(SerialSettings settings, Questions questions, Patience patience) {
        return new EscPosPrinter(new SerialWire(settings), questions, patience);
    }

    @Override
    public PrintResult print(byte[] job) {
        synchronized (oneAtATime) {
            Exchange exchange;
            PrinterStatus before;
            try {
                exchange = Exchange.open(wire, patience.reach());
            } catch (IOException e) {
                return new PrintResult.Refused(new Unreachable());
            }
            try (exchange) {
                var talk = new Talk(exchange);
                before = talk.ask();
                if (before instanceof Fault fault) {
                    return new PrintResult.Refused(fault);
                }
                return send(talk, job.clone(), before);
            }
        }
    }

    private PrintResult send(Talk talk, byte[] job, PrinterStatus before) {
        boolean resume = halfway;
        halfway = true;
        try {
            long deadline = System.nanoTime() + patience.job().toNanos();
            if (resume) {
                talk.send(new byte[EscPos.LONGEST_BAND], deadline);
            }
            talk.send(job, deadline);
            PrinterStatus after = before instanceof Unknown ? talk.leave(before) : talk.whenDone(holdsQuestion(job));
            if (after instanceof Fault fault) {
                return new PrintResult.Failed(fault);
            }
            halfway = false;
            return new PrintResult.Printed();
        } catch (IOException e) {
            talk.close();
            return new PrintResult.Failed(look() instanceof Fault fault ? fault : new Unreachable());
        }
    }

    /** A picture may by chance hold the bytes of a question, and a printer answers it all the same. */
    private static boolean holdsQuestion(byte[] job) {
        for (int i = 0; i + 1 < job.length; i++) {
            if (job[i] == DLE && job[i + 1] == EOT) {
                return true;
            }
        }
        return false;
    }

    @Override
    public OptionalInt bytesPerSecond() {
        return wire.bytesPerSecond();
    }

    @Override
    public PrinterStatus status() {
        synchronized (oneAtATime) {
            return halfway ? lookAndEndWhatWasBegun() : look();
        }
    }

    /** So that the zeros, seconds of a slow line, are not sent while a person waits. */
    private PrinterStatus lookAndEndWhatWasBegun() {
        try (var exchange = Exchange.open(wire, patience.reach())) {
            var talk = new Talk(exchange);
            var status = talk.ask();
            if (status instanceof PrinterStatus.Usable) {
                talk.send(
                        new byte[EscPos.LONGEST_BAND],
                        System.nanoTime() + patience.job().toNanos());
                exchange.end(patience.answer());
                halfway = false;
            }
            return status;
        } catch (IOException e) {
            return look();
        }
    }

    private PrinterStatus look() {
        try (var exchange = Exchange.open(wire, patience.reach())) {
            return new Talk(exchange).ask();
        } catch (IOException e) {
            return new Unreachable();
        }
    }

    /** Questions and answers on one exchange. */
    private final class Talk {

        private final Exchange exchange;
        private boolean waitsForTheEnd;
        private boolean done;
        private int owed;

        Talk(Exchange exchange) {
            this.exchange = exchange;
        }

        void close() {
            exchange.close();
        }

        /** The state of the printer; unreachable once the line is cut. */
        PrinterStatus ask() {
            if (questions == Questions.NEVER) {
                return new Unknown();
            }
            try {
                // An answer that comes late is none to the next question.
                for (; owed > 0; owed--) {
                    if (answer().isEmpty()) {
                        return new Unknown(Reason.SILENT);
                    }
                }
                int[] answers = new int[StatusAnswers.QUESTIONS];
                for (int n = 0; n < answers.length; n++) {
                    exchange.write(new byte[] {DLE, EOT, (byte) (n + 1)}, 0, 3, patience.stall());
                    owed++;
                    var answer = answer();
                    if (answer.isEmpty()) {
                        return new Unknown(n == 0 ? Reason.SILENT : Reason.PARTIAL);
                    }
                    owed--;
                    answers[n] = answer.getAsInt();
                }
                return StatusAnswers.read(answers);
            } catch (IOException e) {
                return new Unreachable();
            }
        }

        private OptionalInt answer() throws IOException {
            var answer = exchange.read(patience.answer());
            if (waitsForTheEnd && answer.isPresent() && !StatusAnswers.isOne(answer.getAsInt())) {
                // The other answer that we wait for.
                done = true;
                waitsForTheEnd = false;
                return exchange.read(patience.answer());
            }
            return answer;
        }

        void send(byte[] bytes, long deadline) throws IOException {
            for (int from = 0; from < bytes.length; from += PIECE) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the job takes too long");
                }
                exchange.write(bytes, from, Math.min(PIECE, bytes.length - from), patience.stall());
            }
        }

        /** The end of a job on a printer that says nothing: it has it all, as far as can be told. */
        PrinterStatus leave(PrinterStatus unknown) throws IOException {
            exchange.end(patience.answer());
            return unknown;
        }

        /** The end of a job: the state once everything is on paper, or once the printer says what stops it. */
        PrinterStatus whenDone(boolean mayHearMore) throws IOException {
            if (!tellsWhenDone) {
                return stateAfter();
            }
            exchange.ignoreWhatWasSaid();
            exchange.write(TELL_WHEN_DONE, 0, TELL_WHEN_DONE.length, patience.stall());
            waitsForTheEnd = true;
            if (!mayHearMore) {
                // A fault is known at once; nothing is wrong most of the time, and the paper still moves.
                var state = stateAfter();
                if (done || state instanceof Fault) {
                    return done ? stateAfter() : state;
                }
            }
            long until = System.nanoTime() + patience.paper().toNanos();
            while (System.nanoTime() < until) {
                var heard = exchange.read(patience.answer());
                if (heard.isPresent()) {
                    if (!StatusAnswers.isOne(heard.getAsInt())) {
                        waitsForTheEnd = false;
                        return stateAfter();
                    }
                    continue;
                }
                var state = stateAfter();
                if (done || state instanceof Fault) {
                    return state;
                }
            }
            var state = stateAfter();
            if (state instanceof Unknown) {
                throw new IOException("the printer spoke before, and fell silent");
            }
            // It reports no fault, and does not know this question: it will not be asked again.
            tellsWhenDone = false;
            return state;
        }

        private PrinterStatus stateAfter() throws IOException {
            var state = ask();
            if (state instanceof Unreachable) {
                throw new IOException("the printer went away");
            }
            return state;
        }
    }
}
