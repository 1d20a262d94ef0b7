package dev.quarry.query.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of collections that programs capture: with nulls in them, or such as throw when they are asked for null. Generated
 * sources name them.
 */
public final class CapturedKinds {
    private CapturedKinds() {}

    static Collection<?> list(List<@Nullable Object> elements, Random random) {
        List<Object> present = elements.stream().filter(Objects::nonNull).toList();
        return switch (random.nextInt(7)) {
            case 0 -> List.copyOf(present);
            case 1 -> Arrays.asList(elements.toArray());
            case 2 -> new LinkedList<>(elements);
            case 3 -> Collections.unmodifiableList(new ArrayList<>(elements));
            case 4 -> Collections.synchronizedList(new ArrayList<>(elements));
            default -> new ArrayList<>(elements);
        };
    }

    static Collection<?> set(List<@Nullable Object> elements, Random random) {
        List<Object> present = elements.stream().filter(Objects::nonNull).toList();
        return switch (random.nextInt(7)) {
            case 0 -> Set.copyOf(present);
            case 1 -> new TreeSet<>(present);
            case 2 -> new HashSet<>(elements);
            case 3 -> Collections.unmodifiableSet(new HashSet<>(elements));
            case 4 -> Collections.synchronizedSet(new LinkedHashSet<>(elements));
            case 5 -> Collections.unmodifiableSet(new TreeSet<>(present));
            default -> new LinkedHashSet<>(elements);
        };
    }

    static Map<?, ?> map(Map<@Nullable Object, @Nullable Object> entries, Random random) {
        boolean present = !entries.containsKey(null) && !entries.containsValue(null);
        return switch (random.nextInt(6)) {
            case 0 -> present ? Map.copyOf(entries) : entries;
            case 1 -> entries.containsKey(null) ? entries : new TreeMap<>(entries);
            case 2 -> Collections.unmodifiableMap(entries);
            case 3 -> Collections.synchronizedMap(entries);
            default -> new HashMap<>(entries);
        };
    }

    /** A map of keys and values in turn. */
    public static Map<Object, @Nullable Object> entries(@Nullable Object... keysAndValues) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The source of a collection or map that answers as this one, out of the source of one that takes nulls. */
    static String source(Object collection, String elements) {
        String name = collection.getClass().getSimpleName();
        String type = collection instanceof Map
                ? "Map"
                : collection instanceof Set ? "Set" : collection instanceof List ? "List" : "Collection";
        boolean immutable = collection.getClass().getName().startsWith("java.util.ImmutableCollections");
        if (!immutable && throwsForNull(collection)) {
            return "new Tree" + type + "<>(" + elements + ")";
        }
        if (immutable) {
            return type + ".copyOf(" + elements + ")";
        }
        return Stream.of("Unmodifiable", "Synchronized")
                .filter(name::startsWith)
                .findFirst()
                .map(kind -> "Collections." + kind.toLowerCase(Locale.ROOT) + type + "(" + elements + ")")
                .orElse(elements);
    }

    private static boolean throwsForNull(Object collection) {
        try {
            return collection instanceof Map<?, ?> map
                    ? map.containsKey(null) && map.isEmpty()
                    : ((Collection<?>) collection).contains(null) && ((Collection<?>) collection).isEmpty();
        } catch (NullPointerException e) {
            return true;
        }
    }
}
