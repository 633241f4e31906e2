package fr.roubaix.cln.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON object; a missing one, or one of another type, is an {@link IllegalArgumentException}. */
record Fields(ObjectNode node) {

    String text(String name) {
        return text(present(name), name);
    }

    @Nullable
    String textOrNull(String name) {
        return present(name).isNull() ? null : text(name);
    }

    long number(String name) {
        JsonNode value = present(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is no whole number");
        }
        return value.longValue();
    }

    int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        JsonNode value = present(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Duration millis(String name) {
        return Duration.ofMillis(number(name));
    }

    Bytes bytes(String name) {
        return required(Bytes.parse(text(name)), name);
    }

    Hash hash(String name) {
        return new Hash(text(name));
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    Fields object(String name) {
        return object(present(name), name);
    }

    @Nullable
    Fields objectOrNull(String name) {
        return present(name).isNull() ? null : object(name);
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return elements(name).stream()
                .map(element -> reader.apply(object(element, name)))
                .toList();
    }

    List<String> texts(String name) {
        return elements(name).stream().map(element -> text(element, name)).toList();
    }

    void version(int expected) {
        if (number("v") != expected) {
            throw new IllegalArgumentException("version " + expected + " only");
        }
    }

    static <T> T required(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalArgumentException(name + " is malformed"));
    }

    private List<JsonNode> elements(String name) {
        JsonNode value = present(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException(name + " is no list");
        }
        return value.valueStream().toList();
    }

    private JsonNode present(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode value, String name) {
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.stringValue();
    }

    private static Fields object(JsonNode value, String name) {
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException(name + " is no object");
        }
        return new Fields(object);
    }
}
