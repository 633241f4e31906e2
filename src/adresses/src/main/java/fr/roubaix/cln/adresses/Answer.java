package fr.roubaix.cln.adresses;

import java.util.List;

/** What an address base answers to a person who is typing. */
public sealed interface Answer {

    /** What the person may mean, the likeliest first; empty when nothing is near enough. */
    record Suggestions(List<Suggestion> suggestions) implements Answer {
        public Suggestions {
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * The person names another town, or a postal code that Roubaix has not.
     *
     * @param where as the person typed it
     */
    record OutOfTown(String where) implements Answer {}
}
