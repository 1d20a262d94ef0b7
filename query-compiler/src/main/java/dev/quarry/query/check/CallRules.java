package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Method calls: accessors of the record, static methods, and the methods of {@link Catalog} on values. */
final class CallRules {
    private final ExpressionChecker checker;
    private final Environment environment;

    CallRules(ExpressionChecker checker) {
        this.checker = checker;
        this.environment = checker.environment();
    }

    Judged check(Expr.Call call) {
        if (call.target().isEmpty()) {
            return Judged.of(untranslatable(call, "'" + call.name() + "(…)'", Optional.empty()));
        }
        Expr target = call.target().get();
        if (target instanceof Expr.Name name && environment.isParameter(name.name())) {
            return Judged.of(new ComponentRules(environment, checker.facts()).of(call));
        }
        Optional<Symbol> symbol = NameRules.dotted(target)
                .filter(dotted -> !rootIsParameter(dotted))
                .flatMap(dotted -> environment.lookUp(dotted, target.span()));
        if (symbol.isPresent() && symbol.get() instanceof Symbol.TypeName type) {
            return staticCall(call, type.className());
        }
        TypedExpr receiver = checker.value(target);
        if (receiver instanceof TypedExpr.Erroneous) {
            return ExpressionChecker.erroneous(call.span());
        }
        return Judged.of(onValue(call, receiver));
    }

    private boolean rootIsParameter(String dotted) {
        return dotted.startsWith(environment.parameter() + ".");
    }

    private Judged staticCall(Expr.Call call, String className) {
        if (className.equals("java.lang.Math")) {
            return Judged.of(math(call));
        }
        boolean objects = className.equals("java.util.Objects")
                && Catalog.OBJECTS.methods().contains(call.name());
        int arguments = call.arguments().size();
        if (!objects || arguments != (call.name().equals("equals") ? 2 : 1)) {
            String name = className.substring(className.lastIndexOf('.') + 1) + "." + call.name() + "(…)";
            return Judged.of(untranslatable(call, "'" + name + "'", Optional.of(Catalog.OBJECTS)));
        }
        TypedExpr first = checker.value(call.arguments().get(0));
        if (arguments == 2) {
            TypedExpr second = checker.value(call.arguments().get(1));
            return Judged.of(new EqualityRules(checker).objectsEquals(call, first, second));
        }
        Judged isNull = new EqualityRules(checker).isNull(first, call.span());
        return call.name().equals("isNull") || isNull.isErroneous()
                ? isNull
                : isNull.negated(TypedExpr.test(Operation.NOT, call.span(), isNull.expr()));
    }

    private TypedExpr math(Expr.Call call) {
        int arguments = call.arguments().size();
        if (!Catalog.MATH.methods().contains(call.name())
                || arguments != (call.name().equals("abs") ? 1 : 2)) {
            return untranslatable(call, "'Math." + call.name() + "(…)'", Optional.of(Catalog.MATH));
        }
        TypedExpr first = checker.value(call.arguments().get(0));
        TypedExpr second = checker.value(call.arguments().get(arguments - 1));
        if (first instanceof TypedExpr.Erroneous || second instanceof TypedExpr.Erroneous) {
            return new TypedExpr.Erroneous(call.span());
        }
        if (!Types.isNumeric(first.type()) || !Types.isNumeric(second.type())) {
            return wrongArgument(call, Types.isNumeric(first.type()) ? second : first, "a number");
        }
        Type type = Types.promoted(first.type(), second.type());
        OperatorRules operators = new OperatorRules(checker);
        TypedExpr a = operators.converted(first, type);
        TypedExpr b = operators.converted(second, type);
        return switch (call.name()) {
            case "abs" -> checker.apply(Operation.ABS, type, call.span(), a);
            case "min" -> checker.apply(Operation.MIN, type, call.span(), a, b);
            default -> checker.apply(Operation.MAX, type, call.span(), a, b);
        };
    }

    private TypedExpr onValue(Expr.Call call, TypedExpr receiver) {
        if (receiver instanceof TypedExpr.Column nested && nested.type() instanceof Type.RecordOf type) {
            TypedExpr present = checker.nullness().required(receiver);
            return present instanceof TypedExpr.Erroneous
                    ? present
                    : new ComponentRules(environment, checker.facts()).of(call, nested, type);
        }
        Catalog catalog = Catalog.of(receiver.type());
        if (!catalog.methods().contains(call.name()) || call.name().equals("compareTo")) {
            return refused(call, receiver, catalog);
        }
        TypedExpr value = checker.nullness().required(receiver);
        List<TypedExpr> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(checker.value(argument)));
        boolean erroneous = value instanceof TypedExpr.Erroneous
                || arguments.stream().anyMatch(TypedExpr.Erroneous.class::isInstance);
        return erroneous ? new TypedExpr.Erroneous(call.span()) : method(call, value, arguments);
    }

    private TypedExpr method(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        boolean text = Types.is(receiver.type(), ScalarKind.STRING);
        int count = arguments.size();
        return switch (call.name()) {
            case "equals" -> new EqualityRules(checker).equalsCall(call, receiver, arguments.get(0));
            case "startsWith" ->
                count == 1
                        ? texts(Operation.STARTS_WITH, call, receiver, arguments)
                        : refused(call, receiver, Catalog.STRING);
            case "endsWith" -> texts(Operation.ENDS_WITH, call, receiver, arguments);
            case "contains" ->
                text
                        ? texts(Operation.TEXT_CONTAINS, call, receiver, arguments)
                        : contains(call, receiver, arguments.get(0));
            case "isEmpty" ->
                checker.apply(
                        text ? Operation.TEXT_IS_EMPTY : Operation.IS_EMPTY, Types.BOOLEAN, call.span(), receiver);
            case "length" -> checker.apply(Operation.LENGTH, Types.INT, call.span(), receiver);
            case "size" -> checker.apply(Operation.SIZE, Types.INT, call.span(), receiver);
            case "isBlank" -> checker.apply(Operation.IS_BLANK, Types.BOOLEAN, call.span(), receiver);
            case "equalsIgnoreCase" ->
                checker.apply(Operation.EQUALS_IGNORE_CASE, Types.BOOLEAN, call.span(), receiver, arguments.get(0));
            case "indexOf" ->
                count == 1
                        ? textCall(Operation.INDEX_OF, Types.INT, call, receiver, arguments)
                        : refused(call, receiver, Catalog.STRING);
            case "concat" -> concat(call, receiver, arguments);
            case "trim" -> checker.apply(Operation.TRIM, Types.STRING, call.span(), receiver);
            case "strip" -> checker.apply(Operation.STRIP, Types.STRING, call.span(), receiver);
            case "toLowerCase" -> mapped(Operation.TO_LOWER_CASE, call, receiver);
            case "toUpperCase" -> mapped(Operation.TO_UPPER_CASE, call, receiver);
            case "isBefore" -> instants(call, receiver, arguments.get(0), false);
            case "isAfter" -> instants(call, receiver, arguments.get(0), true);
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    /** Unlike {@code +}, it throws for null. */
    private TypedExpr concat(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        TypedExpr joined = textCall(Operation.CONCAT, Types.STRING, call, receiver, arguments);
        if (!(joined instanceof TypedExpr.Apply apply)) {
            return joined;
        }
        List<TypedExpr> present = apply.operands().stream()
                .map(operand -> checker.apply(Operation.UNBOX, Types.STRING, operand.span(), operand))
                .toList();
        return new TypedExpr.Apply(Operation.CONCAT, present, Types.STRING, call.span());
    }

    /** The locale is the program's default one, as in Java; one that is given has no translation. */
    private TypedExpr mapped(Operation operation, Expr.Call call, TypedExpr receiver) {
        return call.arguments().isEmpty()
                ? checker.apply(operation, Types.STRING, call.span(), receiver)
                : refused(call, receiver, Catalog.STRING);
    }

    private TypedExpr texts(Operation operation, Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        return textCall(operation, Types.BOOLEAN, call, receiver, arguments);
    }

    private TypedExpr textCall(
            Operation operation, Type type, Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        TypedExpr argument = checker.nullness().required(arguments.get(0));
        if (!(argument instanceof TypedExpr.Erroneous) && !Types.is(argument.type(), ScalarKind.STRING)) {
            return wrongArgument(call, argument, "a String");
        }
        return checker.apply(operation, type, call.span(), receiver, argument);
    }

    /** {@code a.isAfter(b)} is {@code b} before {@code a}: captured or stored, neither operand has side effects. */
    private TypedExpr instants(Expr.Call call, TypedExpr receiver, TypedExpr given, boolean after) {
        TypedExpr argument = checker.nullness().required(given);
        if (!(argument instanceof TypedExpr.Erroneous) && !Types.is(argument.type(), ScalarKind.INSTANT)) {
            return wrongArgument(call, argument, "an Instant");
        }
        return after
                ? checker.apply(Operation.BEFORE, Types.BOOLEAN, call.span(), argument, receiver)
                : checker.apply(Operation.BEFORE, Types.BOOLEAN, call.span(), receiver, argument);
    }

    private TypedExpr contains(Expr.Call call, TypedExpr collection, TypedExpr element) {
        Type wanted = ((Type.CollectionOf) collection.type()).element();
        if (!Types.sameValues(wanted, element.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    element.span(),
                    Types.withArticle(collection.type()) + " never contains " + Types.withArticle(element.type()));
        }
        if (collection instanceof TypedExpr.Column) {
            return checker.apply(Operation.CONTAINS, Types.BOOLEAN, call.span(), collection, element);
        }
        if (Types.is(element.type(), ScalarKind.DOUBLE)
                || !(element.type() instanceof Type.Scalar || element.type() instanceof Type.EnumType)) {
            return checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'contains' of " + Types.withArticle(collection.type()) + " has no SQL translation",
                    "supported: collections of String, int, long, boolean, Instant, UUID and enums");
        }
        TypedExpr present = checker.nullness().required(element);
        return checker.apply(Operation.CONTAINS, Types.BOOLEAN, call.span(), collection, present);
    }

    private TypedExpr wrongArgument(Expr.Call call, TypedExpr argument, String wanted) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                argument.span(),
                "'" + call.name() + "' takes " + wanted + ", this is " + Types.withArticle(argument.type()));
    }

    private TypedExpr refused(Expr.Call call, TypedExpr receiver, Catalog catalog) {
        String arguments = call.arguments().isEmpty() ? "()" : "(…)";
        String method = "'" + receiver.type().displayName() + "." + call.name() + arguments + "'";
        if (call.name().equals("compareTo") && catalog.methods().contains("compareTo")) {
            return checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "the result of 'compareTo' means nothing but its sign",
                    "supported: compareTo(…) compared with 0");
        }
        return untranslatable(call, method, Optional.of(catalog));
    }

    private TypedExpr untranslatable(Expr.Call call, String method, Optional<Catalog> catalog) {
        boolean readsRecord = call.accept(new Mentions(environment.parameter()));
        String help = readsRecord
                ? "test the record in the program: DB.scan(store, predicate)"
                : "compute it before the lambda and capture the result: var value = " + environment.source(call.span());
        SourceSpan span = call.nameSpan();
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.NO_TRANSLATION,
                        span,
                        "method " + method + " has no SQL translation",
                        catalog.map(Catalog::describe).stream().toList(),
                        List.of(help)));
        return new TypedExpr.Erroneous(call.span());
    }
}
