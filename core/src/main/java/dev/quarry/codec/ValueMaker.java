package dev.quarry.codec;

import dev.quarry.error.DuplicateElements;
import dev.quarry.error.NullComponent;
import dev.quarry.error.WrongComponentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a value of a component's type of what stands for it in a row. Immutable and thread-safe. */
interface ValueMaker {

    /**
     * The value.
     *
     * @param given not null
     * @param place the component's path, for errors
     * @throws WrongComponentType if it is no value of the type
     */
    Object make(Object given, String place);

    /** The class of a value as a user would write it. */
    static String describe(Object value) {
        return value instanceof String text
                ? "the String \"" + text + '"'
                : "a " + value.getClass().getSimpleName();
    }

    /** A value that stands for itself. */
    record Scalar(Class<?> owner, String expected, ScalarCodec codec) implements ValueMaker {
        @Override
        public Object make(Object given, String place) {
            if (codec.misfit(given).isPresent()) {
                throw new WrongComponentType(owner.getName(), place, expected, describe(given));
            }
            return given;
        }
    }

    /** A constant or its name. */
    record Constant(Class<?> owner, Class<?> type) implements ValueMaker {
        @Override
        public Object make(Object given, String place) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.equals(given) || ((Enum<?>) constant).name().equals(given)) {
                    return constant;
                }
            }
            throw new WrongComponentType(owner.getName(), place, type.getSimpleName(), describe(given));
        }
    }

    /** A list of what is in any collection. */
    record ListOf(Class<?> owner, ValueMaker element) implements ValueMaker {
        @Override
        public Object make(Object given, String place) {
            return Collections.unmodifiableList(all(owner, "List", element, given, place, new ArrayList<>()));
        }
    }

    /** A set of what is in any collection; throws {@link DuplicateElements} if that is not as many. */
    record SetOf(Class<?> owner, ValueMaker element) implements ValueMaker {
        @Override
        public Object make(Object given, String place) {
            Set<Object> set = all(owner, "Set", element, given, place, new LinkedHashSet<>());
            int elements = ((Collection<?>) given).size();
            if (set.size() < elements) {
                throw new DuplicateElements(owner.getName(), place, elements, set.size());
            }
            return Collections.unmodifiableSet(set);
        }
    }

    /** A map from text. */
    record MapOf(Class<?> owner, ValueMaker value) implements ValueMaker {
        @Override
        public Object make(Object given, String place) {
            if (!(given instanceof Map<?, ?> entries)) {
                throw new WrongComponentType(owner.getName(), place, "Map", describe(given));
            }
            Map<String, Object> made = new LinkedHashMap<>();
            entries.forEach((key, held) -> {
                String inside = place + "[" + key + "]";
                if (!(key instanceof String name)) {
                    throw new WrongComponentType(owner.getName(), inside, "String", describe(String.valueOf(key)));
                }
                made.put(name, value.make(present(owner, held, inside), inside));
            });
            return Collections.unmodifiableMap(made);
        }
    }

    private static <C extends Collection<Object>> C all(
            Class<?> owner, String expected, ValueMaker element, Object given, String place, C into) {
        if (!(given instanceof Collection<?> elements)) {
            throw new WrongComponentType(owner.getName(), place, expected, describe(given));
        }
        int index = 0;
        for (Object one : elements) {
            String inside = place + "[" + index++ + "]";
            into.add(element.make(present(owner, one, inside), inside));
        }
        return into;
    }

    private static Object present(Class<?> owner, @Nullable Object value, String place) {
        if (value == null) {
            throw new NullComponent(owner.getName(), place);
        }
        return value;
    }
}
