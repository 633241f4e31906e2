package fr.roubaix.cln.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The conditions of a query with their values, said once for a list, its length and its export. Without any, every row. */
public final class Where {

    private final List<String> parts = new ArrayList<>(List.of("1 = 1"));
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition without a value. */
    public Where and(String part) {
        parts.add(part);
        return this;
    }

    /** Adds a condition with one {@code ?}. */
    public Where and(String part, Object value) {
        values.add(value);
        return and(part);
    }

    /** Adds that a text holds another one, letter for letter: {@code %} and {@code _} stand for themselves. */
    public Where andContains(String expression, String searched) {
        return and(expression + " LIKE ? ESCAPE '!'", pattern(searched));
    }

    /** What follows {@code LIKE} to find a text inside another one; the query adds {@code ESCAPE '!'}. */
    public static String pattern(String searched) {
        return "%" + searched.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** What follows {@code WHERE}. */
    public String sql() {
        return String.join(" AND ", parts);
    }

    /** The values in the order of the conditions, then these. */
    public List<Object> values(Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
