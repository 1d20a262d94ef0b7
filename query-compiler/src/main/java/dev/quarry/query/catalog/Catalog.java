package dev.quarry.query.catalog;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.JavaFunctions;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of methods: what the checker accepts, what its errors list and what the documentation shows. Rows with a rule
 * of their own are written in {@link OwnRules}, functions come from core, refusals from {@link Refusals}.
 */
public final class Catalog {
    private static final Set<String> ALSO_OF_BOXES = Set.of("isNaN", "isInfinite", "hashCode");
    private static final List<Row> ROWS = rows();

    private Catalog() {}

    /** All rows. */
    public static List<Row> all() {
        return ROWS;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(OwnRules.ROWS);
        for (JavaFunction function : JavaFunctions.all()) {
            row(function).filter(row -> !hasOwnRule(row)).ifPresent(row -> {
                rows.add(row);
                ofBox(row).ifPresent(rows::add);
            });
        }
        rows.addAll(Refusals.ROWS);
        return List.copyOf(rows);
    }

    private static Optional<Row> row(JavaFunction function) {
        JavaFunction.Signature signature = function.signature();
        return owner(signature).map(owner -> {
            int first = signature.form() == JavaFunction.Form.INSTANCE ? 1 : 0;
            List<String> parameters = signature
                    .operands()
                    .subList(first, signature.operands().size())
                    .stream()
                    .map(kind -> parameter(signature, kind))
                    .toList();
            return new Row(owner, signature.method(), parameters, new Row.Registered(function));
        });
    }

    private static String parameter(JavaFunction.Signature signature, ScalarKind kind) {
        boolean unit = signature.method().equals("truncatedTo") && kind == ScalarKind.STRING;
        return unit ? "TemporalUnit" : FieldType.simpleName(kind.className());
    }

    /** The method without operands that a box has besides the static one of its value. */
    private static Optional<Row> ofBox(Row row) {
        boolean both = row.parameters().size() == 1 && ALSO_OF_BOXES.contains(row.method());
        return both ? Optional.of(new Row(row.owner(), row.method(), List.of(), row.treatment())) : Optional.empty();
    }

    private static Optional<Owner> owner(JavaFunction.Signature signature) {
        for (Owner owner : Owner.values()) {
            if (owner != Owner.NOTHING && owner.className().endsWith("." + signature.owner())) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    private static boolean hasOwnRule(Row row) {
        return OwnRules.ROWS.stream()
                .anyMatch(own -> own.owner() == row.owner()
                        && own.method().equals(row.method())
                        && own.parameters().size() == row.parameters().size());
    }

    /** Whether the checker has a rule of its own for a method with that many parameters. */
    public static boolean hasOwnRule(Owner owner, String method, int parameters) {
        return OwnRules.ROWS.stream()
                .anyMatch(row -> row.owner() == owner
                        && row.method().equals(method)
                        && row.parameters().size() == parameters);
    }

    /** The functions of an owner by that name. */
    public static List<JavaFunction> functions(Owner owner, String method) {
        List<JavaFunction> found = new ArrayList<>();
        for (Row row : ROWS) {
            if (row.owner() == owner
                    && row.method().equals(method)
                    && row.treatment() instanceof Row.Registered registered) {
                found.add(registered.function());
            }
        }
        return found;
    }

    /**
     * Why a method is refused, if it is.
     *
     * @param parameters the types of its parameters, or of what it is called with, by their simple names
     */
    public static Optional<Refusal> refusal(Owner owner, String method, List<String> parameters) {
        return Refusals.of(owner, method, parameters);
    }

    /** The names of an owner's methods that the language has. */
    public static List<String> methods(Owner owner) {
        Set<String> names = new LinkedHashSet<>();
        for (Row row : ROWS) {
            if (row.owner() == owner && row.isSupported()) {
                names.add(row.method());
            }
        }
        return List.copyOf(names);
    }

    /** {@code supported on String: equals, …}. */
    public static String describe(Owner owner) {
        List<String> methods = methods(owner);
        return methods.isEmpty()
                ? "no method of " + owner.displayName() + " is supported"
                : "supported on " + owner.displayName() + ": " + String.join(", ", methods);
    }
}
