package dev.quarry.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.quarry.error.UnsupportedCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Captured collections, as {@code captured.contains(u.x())} needs them. */
final class CapturedCollections {
    private CapturedCollections() {}

    /** {@code collection.contains(value)}; whether a null is answered or refused is the collection's own affair. */
    static boolean contains(Collection<?> collection, @Nullable Object value) {
        return requireEqualsBased(collection).contains(value);
    }

    /**
     * The elements as one JSON array: texts, numbers, booleans; UUIDs in hexadecimal, instants as pairs. Null elements are
     * left out, as are texts that no record can hold: neither equals anything stored.
     */
    static String jsonArray(Collection<?> collection) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object element : requireEqualsBased(collection)) {
            if (element != null) {
                append(array, element);
            }
        }
        return array.toString();
    }

    private static void append(ArrayNode array, Object element) {
        if (element instanceof String text) {
            if (TextAndBytes.isStorable(text)) {
                array.add(text);
            }
        } else if (element instanceof Integer number) {
            array.add(number);
        } else if (element instanceof Long number) {
            array.add(number);
        } else if (element instanceof Boolean truth) {
            array.add(truth ? 1 : 0);
        } else if (element instanceof Enum<?> constant) {
            array.add(constant.name());
        } else if (element instanceof UUID uuid) {
            array.add(HexFormat.of().withUpperCase().formatHex(TextAndBytes.uuid(uuid)));
        } else if (element instanceof Instant instant) {
            array.addArray().add(instant.getEpochSecond()).add(instant.getNano());
        } else {
            throw new IllegalArgumentException("no element type: " + element.getClass());
        }
    }

    /** A sorted set with a comparator contains by that comparator, which no SQL knows. */
    private static Collection<?> requireEqualsBased(Collection<?> collection) {
        if (collection instanceof SortedSet<?> sorted && sorted.comparator() != null) {
            throw new UnsupportedCollection(collection.getClass().getName());
        }
        return collection;
    }
}
