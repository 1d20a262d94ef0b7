package dev.quarry.plan;

import dev.quarry.error.UnsupportedCollection;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Spliterator;
import java.util.regex.Pattern;

/**
 * Whether a captured collection finds its elements by {@code equals}, as SQL does. One of the JDK does, unless it is sorted by a
 * comparator, holds decimals in their order, in which 2.0 is 2.00, or goes by identity; that is told by its spliterator, which the
 * JDK's wrappers pass on. Of another class nothing is known if it says itself what it contains.
 */
final class EqualsBased {
    /** Spliterators that do not say by what their elements are found: the last ones run downwards through what is sorted. */
    private static final Pattern BY_OTHER_MEANS =
            Pattern.compile("java\\.util\\.(IdentityHashMap\\$.*|TreeMap\\$.*Key.*)");

    private static final ClassValue<Boolean> OVERRIDES_CONTAINS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return overrides(type, "contains") || overrides(type, "containsKey") || overrides(type, "get");
        }
    };

    private EqualsBased() {}

    /** The collection; throws {@link UnsupportedCollection}. */
    static Collection<?> require(Collection<?> collection) {
        Spliterator<?> elements = collection.spliterator();
        if (OVERRIDES_CONTAINS.get(collection.getClass()) || isByOtherMeans(collection, elements)) {
            throw new UnsupportedCollection(collection.getClass().getName());
        }
        return collection;
    }

    /** The same of a map and its keys. */
    static void require(Map<?, ?> map) {
        if (OVERRIDES_CONTAINS.get(map.getClass())) {
            throw new UnsupportedCollection(map.getClass().getName());
        }
        require(map.keySet());
    }

    private static boolean isByOtherMeans(Collection<?> collection, Spliterator<?> elements) {
        if (elements.hasCharacteristics(Spliterator.SORTED)) {
            return elements.getComparator() != null
                    || (!collection.isEmpty() && collection.iterator().next() instanceof BigDecimal);
        }
        return BY_OTHER_MEANS.matcher(elements.getClass().getName()).matches();
    }

    private static boolean overrides(Class<?> type, String method) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getModule() == Object.class.getModule()) {
                return false;
            }
            for (Method declared : at.getDeclaredMethods()) {
                if (declared.getName().equals(method)
                        && declared.getParameterCount() == 1
                        && declared.getParameterTypes()[0] == Object.class) {
                    return true;
                }
            }
        }
        return false;
    }
}
