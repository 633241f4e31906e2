package fr.roubaix.cln.storage;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a database that was verified before it took its name: complete on the disk, readable, every index and every
 * reference checked.
 *
 * @param file where it stands; one SQLite file, without a journal beside it
 * @param bytes its size
 * @param sha256 of the whole file, in hexadecimal
 * @param at the instant that the caller gave it
 * @param read what the caller read in the copy itself
 */
public record Backup<T extends @Nullable Object>(Path file, long bytes, String sha256, Instant at, T read) {}
