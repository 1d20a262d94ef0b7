package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.function.UnaryOperator;

/** Methods of lists, sets and maps, of the record or captured. */
final class CollectionRules {
    private final ExpressionChecker checker;

    CollectionRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr call(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        SourceSpan span = call.span();
        return switch (call.name()) {
            case "isEmpty" -> checker.apply(Operation.IS_EMPTY, Types.BOOLEAN, span, receiver);
            case "size" -> checker.apply(Operation.SIZE, Types.INT, span, receiver);
            case "contains" -> holds(Operation.CONTAINS, call, receiver, element(receiver), arguments.get(0));
            case "containsValue" ->
                holds(Operation.CONTAINS_VALUE, call, receiver, element(receiver), arguments.get(0));
            case "containsKey" -> holds(Operation.CONTAINS_KEY, call, receiver, Types.STRING, arguments.get(0));
            case "containsAll" -> containsAll(call, receiver, arguments.get(0));
            case "indexOf" -> index(Operation.INDEX_OF, call, receiver, arguments.get(0));
            case "lastIndexOf" -> index(Operation.LAST_INDEX_OF, call, receiver, arguments.get(0));
            case "get" ->
                receiver.type() instanceof Type.MapOf
                        ? ofKey(call, arguments.get(0), key -> value(call, receiver, key))
                        : elementAt(call, receiver, arguments.get(0));
            case "getOrDefault" -> ofKey(call, arguments.get(0), key -> valueOr(call, receiver, key, arguments.get(1)));
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private static Type element(TypedExpr collection) {
        return collection.type() instanceof Type.MapOf map
                ? map.value()
                : ((Type.CollectionOf) collection.type()).element();
    }

    private TypedExpr holds(Operation operation, Expr.Call call, TypedExpr collection, Type wanted, TypedExpr element) {
        return isFit(call, collection, wanted, element)
                ? withElement(operation, Types.BOOLEAN, call.span(), collection, element)
                : new TypedExpr.Erroneous(call.span());
    }

    private TypedExpr index(Operation operation, Expr.Call call, TypedExpr list, TypedExpr element) {
        return isFit(call, list, element(list), element)
                ? withElement(operation, Types.INT, call.span(), list, element)
                : new TypedExpr.Erroneous(call.span());
    }

    /** A captured collection may hold null. */
    private boolean isFit(Expr.Call call, TypedExpr collection, Type wanted, TypedExpr element) {
        if (element instanceof TypedExpr.Erroneous || !isComparable(call, collection, wanted)) {
            return false;
        }
        boolean isNull = element.type() instanceof Type.Null;
        if (Types.sameValues(wanted, element.type()) || isNull && !ReadsRecord.test(collection)) {
            return true;
        }
        checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                element.span(),
                Types.withArticle(collection.type()) + " never contains " + Types.withArticle(element.type()),
                isNull
                        ? "leave it out: no stored collection holds null"
                        : "ask it for " + Types.withArticle(wanted) + ", to which other values are converted first");
        return false;
    }

    private boolean isComparable(Expr.Call call, TypedExpr collection, Type wanted) {
        boolean comparable = wanted instanceof Type.EnumType
                || Types.kind(wanted)
                        .filter(kind -> kind != ScalarKind.BYTES && kind != ScalarKind.PASSWORD)
                        .isPresent();
        if (!comparable) {
            checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'" + call.name() + "' of " + Types.withArticle(collection.type()) + " has no SQL translation",
                    "supported: collections and maps of single values of one type, byte[] and Password excepted",
                    ReadsRecord.test(collection)
                            ? "test the record in the program with DB.scan"
                            : "capture a collection whose type names one such type, as List<String> does");
        }
        return comparable;
    }

    /**
     * What a captured collection says to null is its own affair: some throw. A stored one never holds null. A condition is no
     * value in SQL, so both of its outcomes are looked for.
     */
    private TypedExpr withElement(
            Operation operation, Type type, SourceSpan span, TypedExpr collection, TypedExpr element) {
        boolean condition = Types.isBoolean(element.type())
                && (element instanceof TypedExpr.Apply || element instanceof TypedExpr.Invoke);
        if (condition) {
            return checker.apply(
                    Operation.CONDITIONAL,
                    type,
                    span,
                    checker.nullness().unboxed(element),
                    checker.apply(operation, type, span, collection, Nulls.truth(true, span)),
                    checker.apply(operation, type, span, collection, Nulls.truth(false, span)));
        }
        if (element instanceof TypedExpr.OrNull nullable) {
            return withOrNull(operation, type, span, collection, nullable);
        }
        if (ReadsRecord.test(collection) || !(element instanceof TypedExpr.Column column) || !column.nullable()) {
            return checker.apply(operation, type, span, collection, element);
        }
        TypedExpr known = Nullness.known(column);
        return checker.apply(
                Operation.CONDITIONAL,
                type,
                span,
                TypedExpr.test(Operation.IS_NULL, span, column),
                checker.apply(operation, type, span, collection, new TypedExpr.Constant(null, Types.NULL, span)),
                checker.apply(operation, type, span, collection, known));
    }

    private TypedExpr withOrNull(
            Operation operation, Type type, SourceSpan span, TypedExpr collection, TypedExpr.OrNull element) {
        TypedExpr ofNull =
                checker.apply(operation, type, span, collection, new TypedExpr.Constant(null, Types.NULL, span));
        TypedExpr ofValue = withElement(operation, type, span, collection, element.value());
        return new Joining(checker, span).join(List.of(element.isNull()), List.of(ofNull, ofValue));
    }

    private TypedExpr containsAll(Expr.Call call, TypedExpr collection, TypedExpr argument) {
        TypedExpr others = checker.nullness().required(argument);
        if (others instanceof TypedExpr.Erroneous) {
            return new TypedExpr.Erroneous(call.span());
        }
        if (!(others.type() instanceof Type.CollectionOf of)) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    others.span(),
                    "'containsAll' takes a collection, this is " + Types.withArticle(others.type()),
                    "hand over " + Types.withArticle(collection.type()));
        }
        boolean comparable =
                isComparable(call, collection, element(collection)) && isComparable(call, others, of.element());
        if (comparable && !Types.sameValues(element(collection), of.element())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    others.span(),
                    Types.withArticle(collection.type()) + " contains no element of "
                            + Types.withArticle(others.type()),
                    "hand over " + Types.withArticle(collection.type()));
        }
        return comparable
                ? checker.apply(Operation.CONTAINS_ALL, Types.BOOLEAN, call.span(), collection, others)
                : new TypedExpr.Erroneous(call.span());
    }

    private TypedExpr elementAt(Expr.Call call, TypedExpr list, TypedExpr index) {
        if (!Types.isNumeric(index.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    index.span(),
                    "'get' takes an int, this is " + Types.withArticle(index.type()),
                    "hand over an int");
        }
        TypedExpr place = new OperatorRules(checker).converted(index, Types.INT);
        return isReachable(call, list, place)
                ? checker.apply(Operation.ELEMENT_AT, element(list), call.span(), list, place)
                : new TypedExpr.Erroneous(call.span());
    }

    /** What a map gives for a key that may be null. */
    private TypedExpr ofKey(Expr.Call call, TypedExpr key, UnaryOperator<TypedExpr> result) {
        if (!(key instanceof TypedExpr.OrNull nullable) || key.type() instanceof Type.OptionalOf) {
            return result.apply(key);
        }
        TypedExpr ofNull = result.apply(new TypedExpr.Constant(null, Types.STRING, key.span()));
        TypedExpr ofValue = result.apply(nullable.value());
        boolean erroneous = ofNull instanceof TypedExpr.Erroneous || ofValue instanceof TypedExpr.Erroneous;
        return erroneous
                ? new TypedExpr.Erroneous(call.span())
                : new Joining(checker, call.span()).join(List.of(nullable.isNull()), List.of(ofNull, ofValue));
    }

    /** {@code map.get(key)}: null where the key is absent. */
    private TypedExpr value(Expr.Call call, TypedExpr map, TypedExpr key) {
        if (!isFit(call, map, Types.STRING, key) || !isReachable(call, map, key)) {
            return new TypedExpr.Erroneous(call.span());
        }
        SourceSpan span = call.span();
        TypedExpr value = checker.apply(Operation.MAP_VALUE, element(map), span, map, key);
        TypedExpr absent = Nulls.not(containsKey(span, map, key));
        TypedExpr isNull = Nulls.isCaptured(value)
                ? checker.apply(Operation.OR, Types.BOOLEAN, span, absent, Nulls.isNull(value))
                : absent;
        return new TypedExpr.OrNull(isNull, Nulls.value(value), value.type(), span);
    }

    private TypedExpr containsKey(SourceSpan span, TypedExpr map, TypedExpr key) {
        return checker.apply(Operation.CONTAINS_KEY, Types.BOOLEAN, span, map, key);
    }

    /** The other value is evaluated first, whether it is needed or not. */
    private TypedExpr valueOr(Expr.Call call, TypedExpr map, TypedExpr key, TypedExpr other) {
        Type type = element(map);
        if (!isFit(call, map, Types.STRING, key)) {
            return new TypedExpr.Erroneous(call.span());
        }
        if (!(other.type() instanceof Type.Null) && !Types.sameValues(type, other.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    other.span(),
                    Types.withArticle(map.type()) + " has no value that is " + Types.withArticle(other.type()),
                    "hand over " + Types.withArticle(type));
        }
        if (!isReachable(call, map, key)) {
            return new TypedExpr.Erroneous(call.span());
        }
        SourceSpan span = call.span();
        TypedExpr value = checker.apply(Operation.MAP_VALUE, type, span, map, key);
        TypedExpr boxed = Types.isPrimitive(other.type()) ? Nulls.boxed(other) : other;
        TypedExpr joined = new Joining(checker, span).join(List.of(containsKey(span, map, key)), List.of(value, boxed));
        return Sequence.of(other, joined);
    }

    /** A captured collection may hold null, which no value in SQL stands for; only what it is asked in the JVM is exact. */
    private boolean isReachable(Expr.Call call, TypedExpr collection, TypedExpr place) {
        if (!isComparable(call, collection, element(collection))) {
            return false;
        }
        if (ReadsRecord.test(collection) || !ReadsRecord.test(place)) {
            return !(place instanceof TypedExpr.Erroneous);
        }
        checker.refuse(
                DiagnosticCode.NO_TRANSLATION,
                call.nameSpan(),
                "'" + call.name() + "' of a captured " + collection.type().displayName()
                        + " at a place that the record tells has no SQL translation",
                "it may hold null there, which only the program knows",
                "test the record in the program with DB.scan");
        return false;
    }
}
