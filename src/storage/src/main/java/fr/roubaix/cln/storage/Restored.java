package fr.roubaix.cln.storage;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A copy was put in the place of a database.
 *
 * @param aside where the database that stood there is kept, with its journals; empty when there was none
 * @param toRelocate whether the hub of the database that stood there works on PostgreSQL: this one does not open before
 *     it is copied there too
 * @param marked what the caller's statements on the restored file gave
 */
public record Restored<T extends @Nullable Object>(Optional<Path> aside, boolean toRelocate, T marked) {}
