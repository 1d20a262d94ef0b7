package dev.quarry.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Captured collections and maps, as {@code captured.contains(u.x())} needs them. */
final class CapturedCollections {
    private CapturedCollections() {}

    /** {@code collection.contains(value)}; whether a null is answered or refused is the collection's own affair. */
    static boolean contains(Collection<?> collection, @Nullable Object value) {
        return EqualsBased.require(collection).contains(value);
    }

    /** {@code collection.containsAll(others)}. */
    static boolean containsAll(Collection<?> collection, Collection<?> others) {
        return EqualsBased.require(collection).containsAll(others);
    }

    /** {@code map.get(key)} where the key is there. */
    static @Nullable Object value(Map<?, ?> map, @Nullable Object key) {
        if (!map.containsKey(key)) {
            throw new NoSuchElementException();
        }
        return map.get(key);
    }

    /**
     * The elements as one JSON array, in the form of columns: texts, numbers, truth values as 1 and 0; floating-point numbers
     * by their bits, UUIDs in hexadecimal, what takes two columns as pairs. Null elements are left out, as are texts that no
     * record can hold: neither equals anything stored.
     */
    static String columns(Collection<?> collection) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object element : EqualsBased.require(collection)) {
            if (element instanceof UUID uuid) {
                array.add(HexFormat.of().withUpperCase().formatHex(UuidBytes.of(uuid)));
            } else if (element instanceof BigDecimal decimal) {
                String key = HexFormat.of().withUpperCase().formatHex(DecimalKey.of(decimal));
                array.addArray().add(key).add(decimal.scale());
            } else if (element != null && TimePair.ofValue(element) != null) {
                array.addArray().add((long) StoredForm.first(element)).add((long) StoredForm.second(element));
            } else if (element != null) {
                append(array, ElementForm.of(element));
            }
        }
        return array.toString();
    }

    /** The elements as one JSON array in their {@link ElementForm}, null where one is null or no record can hold it. */
    static String elements(Collection<?> collection) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object element : EqualsBased.require(collection)) {
            if (element == null || !append(array, ElementForm.of(element))) {
                array.addNull();
            }
        }
        return array.toString();
    }

    /**
     * Texts as one JSON array, also those that no store can hold but that a computation comes to: {@code T} and the text, or
     * {@code X} and the bytes of its {@link ComputedForm} in hexadecimal; nulls stay.
     */
    static String texts(Collection<?> collection) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object element : EqualsBased.require(collection)) {
            Object form = element == null ? null : ComputedForm.of(element);
            if (form instanceof byte[] bytes) {
                array.add("X" + HexFormat.of().withUpperCase().formatHex(bytes));
            } else if (form == null) {
                array.addNull();
            } else {
                array.add("T" + form);
            }
        }
        return array.toString();
    }

    /** Adds a form, unless it is that of a text which no store can hold. */
    private static boolean append(ArrayNode array, Object form) {
        if (form instanceof String text) {
            array.add(text);
        } else if (form instanceof Long number) {
            array.add(number);
        }
        return !(form instanceof byte[]);
    }

    /** The keys of a map that finds them by {@code equals}. */
    static Collection<?> keys(Map<?, ?> map) {
        EqualsBased.require(map);
        return map.keySet();
    }
}
