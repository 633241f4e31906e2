package fr.roubaix.cln.sync;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one JSON form of each thing that travels: UTF-8, keys in the order of their writer, no white space. What is read
 * is written again and must come out byte for byte, so nothing is tolerated: no other order, no unknown or repeated
 * key, no other spelling of a number, no trailing byte.
 */
final class Canonical {

    /** Without a pool of buffers, which would keep a candidature in clear long after it was sealed. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .build();

    private Canonical() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] write(ObjectNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Reads with one function, writes back with the other, and compares. */
    static <T> Optional<T> read(byte[] bytes, Function<Fields, T> reader, Function<T, byte[]> writer) {
        try {
            if (!(MAPPER.readTree(bytes) instanceof ObjectNode node)) {
                return Optional.empty();
            }
            T value = reader.apply(new Fields(node));
            return Arrays.equals(writer.apply(value), bytes) ? Optional.of(value) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
