package fr.roubaix.cln.hub.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.hub.ingest.Arrival.Genuine;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Outcome;

/** The positions that one transaction takes: known at once to what comes behind them, written together at its end. */
final class Entries {

    private final Map<Hash, Entry> taken = new LinkedHashMap<>();

    void add(Genuine arrival, Outcome outcome) {
        taken.put(arrival.hash(), new Entry(arrival, outcome));
    }

    /** What was answered to these bytes earlier in this transaction. */
    Optional<Outcome> firstAnswer(Hash bytes) {
        return Optional.ofNullable(taken.get(bytes)).map(Entry::outcome);
    }

    /** In the order of their positions. */
    List<Entry> all() {
        return List.copyOf(taken.values());
    }

    /** One position, and whether what took it was accepted or refused. */
    record Entry(Genuine arrival, Outcome outcome) {
        boolean accepted() {
            return outcome instanceof Outcome.Accepted;
        }
    }
}
