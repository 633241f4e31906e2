package fr.roubaix.cln.storage;

import java.util.List;

/** Everything that a database held is in another one, read back and compared. */
public record Relocated(List<Content> contents) {

    /**
     * What a table holds.
     *
     * @param digest of its rows in any order, in hexadecimal, the same on both sides
     */
    public record Content(String table, long rows, String digest) {}

    /** The rows of every table. */
    public long rows() {
        return contents.stream().mapToLong(Content::rows).sum();
    }
}
