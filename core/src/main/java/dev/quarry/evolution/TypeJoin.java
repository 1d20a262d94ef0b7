package dev.quarry.evolution;

import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The type that holds the values of two.
 *
 * @param type the wider of the two
 * @param wider whether it holds more than the stored one
 * @param narrower whether the declared one may not hold all that is stored
 * @param recast whether its values are stored in another form than those of the stored one
 */
record TypeJoin(FieldType type, boolean wider, boolean narrower, boolean recast) {
    private static final List<ScalarKind> WHOLE =
            List.of(ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG);
    private static final List<ScalarKind> REAL = List.of(ScalarKind.FLOAT, ScalarKind.DOUBLE);
    private static final Set<ScalarKind> EXACT_IN_FLOAT = Set.of(ScalarKind.BYTE, ScalarKind.SHORT);
    private static final Set<ScalarKind> EXACT_IN_DOUBLE = Set.of(ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT);

    /** The join of a component's two types in columns; empty if there is none. */
    static Optional<TypeJoin> of(FieldType stored, FieldType declared) {
        if (stored instanceof FieldType.Scalar from
                && declared instanceof FieldType.Scalar to
                && isExact(from.kind(), to.kind())) {
            return Optional.of(new TypeJoin(declared, true, false, true));
        }
        return sameForm(stored, declared);
    }

    private static boolean isExact(ScalarKind from, ScalarKind to) {
        return (to == ScalarKind.DOUBLE && EXACT_IN_DOUBLE.contains(from))
                || (to == ScalarKind.FLOAT && EXACT_IN_FLOAT.contains(from));
    }

    /** The join of a component's two types where their common values have the same stored forms, as inside JSON. */
    static Optional<TypeJoin> sameForm(FieldType stored, FieldType declared) {
        if (stored instanceof FieldType.Scalar from && declared instanceof FieldType.Scalar to) {
            return scalars(from, to);
        }
        if (stored instanceof FieldType.EnumType from && declared instanceof FieldType.EnumType to) {
            return Optional.of(constants(from, to));
        }
        if (stored instanceof FieldType.ListType from && declared instanceof FieldType.ListType to) {
            return sameForm(from.element(), to.element()).map(join -> join.inside(FieldType.ListType::new));
        }
        if (stored instanceof FieldType.SetType from && declared instanceof FieldType.SetType to) {
            return sameForm(from.element(), to.element()).map(join -> join.inside(FieldType.SetType::new));
        }
        if (stored instanceof FieldType.MapType from && declared instanceof FieldType.MapType to) {
            return sameForm(from.value(), to.value()).map(join -> join.inside(FieldType.MapType::new));
        }
        // what is inside the records is joined component by component
        return stored instanceof FieldType.RecordType && declared instanceof FieldType.RecordType
                ? Optional.of(new TypeJoin(declared, false, false, false))
                : Optional.empty();
    }

    /** Constants are known by name: only what the stored enum has besides may not be read. */
    private static TypeJoin constants(FieldType.EnumType stored, FieldType.EnumType declared) {
        Set<String> all = new TreeSet<>(stored.constants());
        boolean wider = all.addAll(declared.constants());
        boolean narrower = !declared.constants().containsAll(stored.constants());
        return new TypeJoin(new FieldType.EnumType(declared.className(), List.copyOf(all)), wider, narrower, false);
    }

    private TypeJoin inside(UnaryOperator<FieldType> collection) {
        return new TypeJoin(collection.apply(type), wider, narrower, recast);
    }

    private static Optional<TypeJoin> scalars(FieldType.Scalar stored, FieldType.Scalar declared) {
        if (stored.equals(declared)) {
            return Optional.of(new TypeJoin(stored, false, false, false));
        }
        for (List<ScalarKind> order : List.of(WHOLE, REAL)) {
            int from = order.indexOf(stored.kind());
            int to = order.indexOf(declared.kind());
            if (from >= 0 && to >= 0) {
                return Optional.of(new TypeJoin(from < to ? declared : stored, from < to, from > to, false));
            }
        }
        return Optional.empty();
    }
}
