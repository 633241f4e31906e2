package fr.roubaix.cln.adresses;

import java.time.Instant;

/**
 * Where a part of an address base comes from.
 *
 * @param file name of the file that was imported, without its folder
 * @param sha256 of that whole file, in hexadecimal
 * @param bytes its size
 * @param at when it was imported
 * @param read lines or shapes that the file held
 * @param kept those that are in the base
 */
public record Provenance(String file, String sha256, long bytes, Instant at, long read, long kept) {}
