package fr.roubaix.cln.hardware.printer;

import java.time.Duration;

/**
 * How long a driver waits. Nothing it does lasts longer than these together.
 *
 * @param reach until the printer is reached
 * @param answer until it answers a question about its state
 * @param stall while it takes none of the bytes it is given
 * @param job from the first byte of a job to its last
 * @param paper from the last byte to the end of the paper
 */
public record Patience(Duration reach, Duration answer, Duration stall, Duration job, Duration paper) {

    /** For printers: a TM answers in milliseconds, prints a receipt in two seconds, and cools its head in a few. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(2),
            Duration.ofMillis(800),
            Duration.ofSeconds(6),
            Duration.ofSeconds(90),
            Duration.ofSeconds(8));
}
