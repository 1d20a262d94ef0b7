package dev.quarry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of a record that changes at random, and can be written as Java.
 *
 * @param components the components; what stays the same through all versions is their number
 */
record EvolvingShape(List<Part> components) {
    private static final List<String> WHOLE = List.of("byte", "short", "int", "long");
    private static final List<String> REAL = List.of("float", "double");

    /** How a component can be without a value. */
    enum Presence {
        REQUIRED,
        NULLABLE,
        OPTIONAL
    }

    /**
     * A component.
     *
     * @param id what it is, under whatever name
     * @param names its name now, and the former ones
     * @param kind the primitive type, {@code String}, {@code record}, or {@code list} for a list of one record
     * @param primitive whether a number is one in Java
     * @param hasDefault whether {@link #standard} is its default
     * @param inside the components of a record, or of the one in a list
     */
    record Part(
            int id,
            List<String> names,
            String kind,
            boolean primitive,
            Presence presence,
            boolean hasDefault,
            List<Part> inside) {

        String name() {
            return names.get(0);
        }

        /** Whether there are components inside. */
        boolean isRecord() {
            return kind.equals("record") || isList();
        }

        boolean isList() {
            return kind.equals("list");
        }

        /** The value of a default, as {@link EvolvingRow} has it. */
        Object standard() {
            return kind.equals("String")
                    ? "default " + id
                    : REAL.contains(kind) ? (Object) (id + 0.5) : (Object) (long) id;
        }

        private Part named(List<String> others) {
            return new Part(id, others, kind, primitive, presence, hasDefault, inside);
        }

        private Part of(String otherKind, boolean asPrimitive, Presence otherPresence) {
            return new Part(
                    id,
                    names,
                    otherKind,
                    asPrimitive && otherPresence == Presence.REQUIRED,
                    otherPresence,
                    hasDefault,
                    inside);
        }

        private Part with(List<Part> others) {
            return new Part(id, names, kind, primitive, presence, hasDefault, others);
        }
    }

    /** Numbers the components of all versions. */
    static final class Ids {
        private int last;

        int next() {
            return ++last;
        }
    }

    static EvolvingShape first(Random random, Ids ids) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(ids.next(), List.of("key"), "int", true, Presence.REQUIRED, false, List.of()));
        for (int i = 0; i < 3; i++) {
            parts.add(part(random, ids, 1, false));
        }
        return new EvolvingShape(parts);
    }

    private static Part part(Random random, Ids ids, int depth, boolean additive) {
        int id = ids.next();
        List<String> names = List.of("c" + id);
        if (depth > 0 && random.nextInt(3) == 0) {
            Presence presence = additive || random.nextBoolean() ? Presence.NULLABLE : Presence.REQUIRED;
            List<Part> inside = Stream.generate(() -> part(random, ids, depth - 1, false))
                    .limit(2)
                    .toList();
            return new Part(id, names, random.nextBoolean() ? "record" : "list", false, presence, false, inside);
        }
        String kind = List.of("byte", "short", "int", "float", "String").get(random.nextInt(5));
        Presence presence = Presence.values()[random.nextInt(3)];
        boolean hasDefault = additive && presence == Presence.REQUIRED;
        boolean primitive = presence == Presence.REQUIRED && !kind.equals("String") && random.nextBoolean();
        return new Part(id, names, kind, primitive, presence, hasDefault, List.of());
    }

    /** A version that a store of this one takes, and the other way round as long as the data allows. */
    EvolvingShape next(Random random, Ids ids) {
        return new EvolvingShape(next(components, random, ids, 1));
    }

    private static List<Part> next(List<Part> parts, Random random, Ids ids, int depth) {
        List<Part> changed = new ArrayList<>(parts);
        int at = random.nextInt(parts.size());
        Part part = parts.get(at);
        switch (random.nextInt(6)) {
            case 0, 1 -> changed.add(random.nextInt(changed.size() + 1), part(random, ids, depth, true));
            case 2 -> {
                List<String> names = new ArrayList<>(part.names());
                names.add(0, "r" + ids.next());
                changed.set(at, part.named(names));
            }
            case 3 -> Collections.shuffle(changed, random);
            case 4 -> changed.set(at, widened(part, random));
            default -> {
                if (part.isRecord()) {
                    changed.set(at, part.with(next(part.inside(), random, ids, depth - 1)));
                } else {
                    changed.set(at, part.of(part.kind(), part.primitive(), loosened(part, random)));
                }
            }
        }
        return changed;
    }

    private static Presence loosened(Part part, Random random) {
        // where the record around it may be absent, a default stands in for null as well
        return part.hasDefault() ? part.presence() : random.nextBoolean() ? Presence.NULLABLE : Presence.OPTIONAL;
    }

    private static Part widened(Part part, Random random) {
        for (List<String> order : List.of(WHOLE, REAL)) {
            int at = order.indexOf(part.kind());
            if (at >= 0) {
                String wider = order.get(Math.min(order.size() - 1, at + 1));
                return part.of(wider, random.nextBoolean(), part.presence());
            }
        }
        return part;
    }

    /** The record of this version and those inside it. */
    String source(String className) {
        return "import java.util.List;\n" + source("public record " + className, components);
    }

    private static String source(String header, List<Part> parts) {
        String components = parts.stream().map(EvolvingShape::declaration).collect(Collectors.joining(", ", "(", ")"));
        String inside = parts.stream()
                .filter(Part::isRecord)
                .map(part -> source("public record R" + part.id(), part.inside()))
                .collect(Collectors.joining("\n"));
        return header + components + " {\n" + inside + "}\n";
    }

    private static String declaration(Part part) {
        String was = part.names().size() == 1
                ? ""
                : part.names().stream()
                        .skip(1)
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(", ", "@dev.quarry.annotation.Was({", "}) "));
        String standard = part.hasDefault() ? "@dev.quarry.annotation.Default(\"" + part.standard() + "\") " : "";
        String nullable = part.presence() == Presence.NULLABLE ? "@org.jspecify.annotations.Nullable " : "";
        return was + standard + nullable + type(part) + " " + part.name();
    }

    private static String type(Part part) {
        String box = switch (part.kind()) {
            case "record" -> "R" + part.id();
            case "list" -> "List<R" + part.id() + ">";
            case "int" -> "Integer";
            default ->
                part.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.kind().substring(1);
        };
        if (part.presence() == Presence.OPTIONAL) {
            return "java.util.Optional<" + box + ">";
        }
        return part.primitive() ? part.kind() : box;
    }
}
