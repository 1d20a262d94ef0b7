package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes one value of several of which conditions choose one, with the type that Java gives it (JLS 15.25, 15.28.1). */
final class Joining {
    private static final Set<ScalarKind> NARROW = EnumSet.of(ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.CHAR);

    private final ExpressionChecker checker;
    private final SourceSpan span;
    private final Map<TypedExpr, Integer> constants = new IdentityHashMap<>();
    private final Set<TypedExpr> boxes = Collections.newSetFromMap(new IdentityHashMap<>());

    Joining(ExpressionChecker checker, SourceSpan span) {
        this.checker = checker;
        this.span = span;
    }

    /** Lets a result count as the box that it is in the source, if it is one: a choice between boxes unboxes none of them. */
    Joining box(Expr source, TypedExpr result) {
        if (new Boxes(checker.environment()).isBox(source, result)) {
            boxes.add(result);
        }
        return this;
    }

    /** Lets a result count as the constant int that it is in the source, if it is one (JLS 15.25.2). */
    Joining constant(Expr source, TypedExpr result) {
        new ConstantInts(checker.environment()).value(source, result).ifPresent(value -> constants.put(result, value));
        return this;
    }

    /**
     * The joined value.
     *
     * @param conditions tried one behind the other
     * @param results what each of them chooses, and behind these what is chosen if none holds
     */
    TypedExpr join(List<TypedExpr> conditions, List<TypedExpr> results) {
        List<TypedExpr> values = results.stream()
                .filter(result -> !(result instanceof TypedExpr.Thrown))
                .toList();
        if (values.isEmpty()) {
            return chain(conditions, results, Types.BOOLEAN);
        }
        boolean nulls = values.stream().anyMatch(value -> value.type() instanceof Type.Null);
        List<TypedExpr> known = values.stream()
                .filter(value -> !(value.type() instanceof Type.Null))
                .toList();
        boolean numeric = known.stream().allMatch(value -> Types.isNumeric(value.type()));
        boolean truth = known.stream().allMatch(value -> Types.isBoolean(value.type()));
        if (known.isEmpty()) {
            return refused(results);
        }
        boolean references = nulls || known.stream().allMatch(this::isBox);
        if ((numeric || truth) && references && haveOneKind(known)) {
            Type.Scalar scalar = (Type.Scalar) known.get(0).type();
            return references(conditions, results, new Type.Scalar(scalar.kind(), true));
        }
        if (numeric && !nulls) {
            return numbers(conditions, results, numericType(known));
        }
        if (truth && !nulls) {
            return converted(conditions, results, Types.BOOLEAN, checker.nullness()::unboxed);
        }
        if (nulls && known.stream().anyMatch(value -> value.type() instanceof Type.OptionalOf)) {
            return refused(results);
        }
        Type type = type(known);
        boolean single =
                type instanceof Type.Scalar || type instanceof Type.EnumType || type instanceof Type.OptionalOf;
        boolean same = known.stream().allMatch(value -> value.type().equals(type) || goesWith(value.type(), type));
        return single && same && !numeric ? references(conditions, results, type) : refused(results);
    }

    private boolean isBox(TypedExpr value) {
        return Types.isBoxed(value.type()) || boxes.contains(value);
    }

    /** The type of the first value; of the first Optional that is not always empty, if there is one. */
    private static Type type(List<TypedExpr> values) {
        Type first = values.get(0).type();
        return values.stream()
                .map(TypedExpr::type)
                .filter(type -> !goesWith(type, first))
                .findFirst()
                .orElse(first);
    }

    private static boolean goesWith(Type empty, Type other) {
        return empty instanceof Type.OptionalOf optional
                && optional.isAlwaysEmpty()
                && other instanceof Type.OptionalOf;
    }

    /** Whether some of the results are numbers of different types, which Java makes one only where it needs a number. */
    static boolean mixesNumbers(List<TypedExpr> results) {
        return results.stream()
                        .filter(result -> Types.isNumeric(result.type()))
                        .map(result -> Types.kind(result.type()))
                        .distinct()
                        .count()
                > 1;
    }

    /** Numbers of different types where Java leaves each its own. */
    TypedExpr refusedMixture(String what) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                span,
                what + " between different types of numbers has no SQL translation",
                "cast the results to one type");
    }

    /** Numbers, each converted to a type. */
    TypedExpr numbers(List<TypedExpr> conditions, List<TypedExpr> results, Type type) {
        OperatorRules operators = new OperatorRules(checker);
        return converted(conditions, results, type, value -> operators.cast(value.span(), value, type));
    }

    static boolean haveOneKind(List<TypedExpr> values) {
        return values.stream().map(value -> Types.kind(value.type())).distinct().count() == 1;
    }

    /** A constant int that fits goes with a narrower type, and bytes go with shorts. */
    private Type numericType(List<TypedExpr> values) {
        if (haveOneKind(values)) {
            return Types.unboxed(values.get(0).type());
        }
        Set<ScalarKind> kinds = EnumSet.noneOf(ScalarKind.class);
        List<Integer> fitting = new ArrayList<>();
        for (TypedExpr value : values) {
            Integer constant = constants.get(value);
            if (constant != null) {
                fitting.add(constant);
            } else {
                kinds.add(Types.kind(value.type()).orElseThrow());
            }
        }
        if (kinds.equals(EnumSet.of(ScalarKind.BYTE, ScalarKind.SHORT)) && fitting.isEmpty()) {
            return Types.SHORT;
        }
        if (kinds.size() == 1 && NARROW.containsAll(kinds)) {
            ScalarKind kind = kinds.iterator().next();
            if (fitting.stream().allMatch(number -> fits(number, kind))) {
                return new Type.Scalar(kind, false);
            }
        }
        return values.stream().map(TypedExpr::type).reduce(Types::promoted).orElseThrow();
    }

    private static boolean fits(int number, ScalarKind kind) {
        return switch (kind) {
            case BYTE -> number == (byte) number;
            case SHORT -> number == (short) number;
            default -> number == (char) number;
        };
    }

    private TypedExpr converted(
            List<TypedExpr> conditions, List<TypedExpr> results, Type type, UnaryOperator<TypedExpr> conversion) {
        List<TypedExpr> all = new ArrayList<>();
        for (TypedExpr result : results) {
            all.add(result instanceof TypedExpr.Thrown ? result : conversion.apply(result));
        }
        return chain(conditions, all, type);
    }

    /** References, of which some may be null. */
    private TypedExpr references(List<TypedExpr> conditions, List<TypedExpr> results, Type type) {
        boolean plain = !Types.isBoxed(type) && results.stream().noneMatch(Joining::canBeNull);
        if (plain) {
            return chain(conditions, results, type);
        }
        List<TypedExpr> isNull = new ArrayList<>();
        List<TypedExpr> values = new ArrayList<>();
        for (TypedExpr result : results) {
            boolean thrown = result instanceof TypedExpr.Thrown;
            boolean known = !thrown && checker.facts().isNonNull(result);
            isNull.add(thrown ? result : known ? Nulls.truth(false, span) : Nulls.isNull(result));
            values.add(thrown ? result : Nulls.value(result));
        }
        Type value = type instanceof Type.OptionalOf optional ? optional.value() : type;
        return new TypedExpr.OrNull(
                chain(conditions, isNull, Types.BOOLEAN), chain(conditions, values, Types.unboxed(value)), type, span);
    }

    private static boolean canBeNull(TypedExpr result) {
        return result instanceof TypedExpr.OrNull || Nulls.isCaptured(result) || Nulls.mayBe(result);
    }

    private TypedExpr chain(List<TypedExpr> conditions, List<TypedExpr> results, Type type) {
        TypedExpr chosen = typed(results.get(conditions.size()), type);
        for (int i = conditions.size() - 1; i >= 0; i--) {
            chosen = choice(conditions.get(i), typed(results.get(i), type), chosen, type);
        }
        return chosen;
    }

    private static TypedExpr typed(TypedExpr expr, Type type) {
        return expr instanceof TypedExpr.Thrown ? new TypedExpr.Thrown(type, expr.span()) : expr;
    }

    private TypedExpr choice(TypedExpr condition, TypedExpr then, TypedExpr otherwise, Type type) {
        boolean same = then instanceof TypedExpr.Constant one
                && otherwise instanceof TypedExpr.Constant other
                && one.value() instanceof Boolean
                && one.value().equals(other.value());
        return same && !Throwing.can(condition)
                ? then
                : checker.apply(Operation.CONDITIONAL, type, span, condition, then, otherwise);
    }

    private TypedExpr refused(List<TypedExpr> results) {
        List<String> types = results.stream()
                .filter(result -> !(result instanceof TypedExpr.Thrown))
                .map(result -> Types.withArticle(result.type()))
                .distinct()
                .toList();
        boolean records = results.stream().anyMatch(result -> result.type() instanceof Type.RecordOf);
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                span,
                "a choice between " + String.join(" and ", types) + " has no SQL translation",
                records
                        ? "choose between the components that the filter needs of the records: a ? b.x() : c.x()"
                        : "choose between numbers, booleans, or single values or Optionals of one type");
    }
}
