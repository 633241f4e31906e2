package fr.roubaix.cln.hardware.printer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;

/** A printer that keeps its jobs and looks at none: the fake of fast tests. */
public final class InMemoryPrinter implements SimulatedPrinter {

    private final SimulatedState state = new SimulatedState();
    private final List<byte[]> jobs = new ArrayList<>();

    @Override
    public synchronized PrintResult print(byte[] job) {
        var stop = state.stop(job.length);
        jobs.add(Arrays.copyOf(job, stop.map(SimulatedState.Stop::bytesTaken).orElse(job.length)));
        return stop.map(SimulatedState.Stop::outcome).orElseGet(PrintResult.Printed::new);
    }

    @Override
    public synchronized PrinterStatus status() {
        return state.status();
    }

    @Override
    public synchronized void become(PrinterStatus status) {
        state.become(status);
    }

    @Override
    public synchronized void failAt(int offset, Fault fault) {
        state.arm(offset, fault);
    }

    /** The bytes taken, job by job, oldest first; those of a failed job as far as they got. */
    public synchronized List<byte[]> jobs() {
        return jobs.stream().map(byte[]::clone).toList();
    }
}
