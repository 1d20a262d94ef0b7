package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.NumberFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Method calls: accessors of the record, static methods, and the methods of {@link dev.quarry.query.catalog.Catalog} on values. */
final class CallRules {
    private final ExpressionChecker checker;
    private final Environment environment;
    private final FunctionRules functions;

    CallRules(ExpressionChecker checker) {
        this.checker = checker;
        this.environment = checker.environment();
        this.functions = new FunctionRules(checker);
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
        Optional<Owner> owner = Owner.ofClass(className);
        if (owner.isEmpty()) {
            String name = FieldType.simpleName(className) + "." + call.name() + "(…)";
            return Judged.of(untranslatable(call, "'" + name + "'", Optional.empty()));
        }
        List<TypedExpr> arguments = arguments(call);
        if (arguments.stream().anyMatch(TypedExpr.Erroneous.class::isInstance)) {
            return ExpressionChecker.erroneous(call.span());
        }
        if (Catalog.hasOwnRule(owner.get(), call.name(), arguments.size())) {
            if (owner.get() == Owner.OBJECTS) {
                return objects(call, arguments);
            }
            if (owner.get() == Owner.MATH) {
                return Judged.of(math(call, arguments));
            }
        }
        return Judged.of(tolerant(call, arguments)
                .or(() -> functions.call(
                        functions(owner.get(), call.name(), JavaFunction.Form.STATIC), call.span(), arguments))
                .orElseGet(() -> refused(call, owner.get(), owner.get().displayName())));
    }

    /** The static methods that take null, which only something captured can be here. */
    private Optional<TypedExpr> tolerant(Expr.Call call, List<TypedExpr> arguments) {
        if (arguments.size() != 1 || arguments.get(0) instanceof TypedExpr.Column) {
            return Optional.empty();
        }
        TypedExpr argument = arguments.get(0);
        if (call.name().equals("parseBoolean") && Types.is(argument.type(), ScalarKind.STRING)) {
            TypedExpr parsed = functions.call(NumberFunction.PARSE_BOOLEAN, call.span(), arguments);
            TypedExpr never = new TypedExpr.Constant(false, Types.BOOLEAN, call.span());
            return Optional.of(unlessNull(call.span(), argument, never, parsed));
        }
        // String.valueOf(Object) is what Java calls with a box
        return call.name().equals("valueOf") && Types.isBoxed(argument.type())
                ? new TextOf(checker).operand(argument)
                : Optional.empty();
    }

    private static List<JavaFunction> functions(Owner owner, String name, JavaFunction.Form form) {
        return Catalog.functions(owner, name).stream()
                .filter(function -> function.signature().form() == form)
                .toList();
    }

    private List<TypedExpr> arguments(Expr.Call call) {
        List<TypedExpr> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(checker.value(argument)));
        return arguments;
    }

    private Judged objects(Expr.Call call, List<TypedExpr> arguments) {
        EqualityRules equality = new EqualityRules(checker);
        if (call.name().equals("equals")) {
            return Judged.of(equality.objectsEquals(call, arguments.get(0), arguments.get(1)));
        }
        Judged isNull = equality.isNull(arguments.get(0), call.span());
        return call.name().equals("isNull") || isNull.isErroneous()
                ? isNull
                : isNull.negated(TypedExpr.test(Operation.NOT, call.span(), isNull.expr()));
    }

    private TypedExpr math(Expr.Call call, List<TypedExpr> arguments) {
        TypedExpr first = arguments.get(0);
        TypedExpr second = arguments.get(arguments.size() - 1);
        if (!Types.isNumeric(first.type()) || !Types.isNumeric(second.type())) {
            return wrongArgument(call, Types.isNumeric(first.type()) ? second : first, "a number");
        }
        Type type = Types.promoted(first.type(), second.type());
        OperatorRules operators = new OperatorRules(checker);
        TypedExpr a = operators.converted(first, type);
        TypedExpr b = operators.converted(second, type);
        if (Types.is(type, ScalarKind.FLOAT)) {
            return operators.floats(call.span());
        }
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
        Owner owner = Owner.of(receiver.type());
        if (!Catalog.methods(owner).contains(call.name())) {
            return refused(call, owner, receiver.type().displayName());
        }
        if (owner == Owner.OPTIONAL) {
            return new OptionalRules(checker).call(call, receiver, arguments(call));
        }
        TypedExpr value = checker.nullness().required(receiver);
        List<TypedExpr> arguments = arguments(call);
        boolean erroneous = value instanceof TypedExpr.Erroneous
                || arguments.stream().anyMatch(TypedExpr.Erroneous.class::isInstance);
        if (erroneous) {
            return new TypedExpr.Erroneous(call.span());
        }
        return Catalog.hasOwnRule(owner, call.name(), arguments.size())
                ? ownRule(call, owner, value, arguments)
                : function(call, owner, value, arguments);
    }

    /** A box has as methods what its class has as static ones, of its value: {@code isNaN()}, {@code hashCode()}. */
    private TypedExpr function(Expr.Call call, Owner owner, TypedExpr receiver, List<TypedExpr> arguments) {
        List<TypedExpr> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(arguments);
        boolean box = Types.isBoxed(receiver.type()) && arguments.isEmpty();
        JavaFunction.Form form = box ? JavaFunction.Form.STATIC : JavaFunction.Form.INSTANCE;
        return functions
                .call(functions(owner, call.name(), form), call.span(), operands)
                .orElseGet(() -> refused(call, owner, receiver.type().displayName()));
    }

    private TypedExpr ownRule(Expr.Call call, Owner owner, TypedExpr receiver, List<TypedExpr> arguments) {
        if (call.name().equals("equals")) {
            return new EqualityRules(checker).equalsCall(call, receiver, arguments.get(0));
        }
        return switch (owner) {
            case STRING -> text(call, receiver, arguments);
            case LIST, SET, COLLECTION, MAP -> new CollectionRules(checker).call(call, receiver, arguments);
            case ENUM -> checker.apply(Operation.ENUM_NAME, Types.STRING, call.span(), receiver);
            default -> ofOneValue(call, owner, receiver, arguments);
        };
    }

    private TypedExpr text(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        return switch (call.name()) {
            case "startsWith" -> texts(Operation.STARTS_WITH, call, receiver, arguments);
            case "endsWith" -> texts(Operation.ENDS_WITH, call, receiver, arguments);
            case "contains" -> texts(Operation.TEXT_CONTAINS, call, receiver, arguments);
            case "isEmpty" -> checker.apply(Operation.TEXT_IS_EMPTY, Types.BOOLEAN, call.span(), receiver);
            case "length" -> checker.apply(Operation.LENGTH, Types.INT, call.span(), receiver);
            case "concat" -> concat(call, receiver, arguments);
            case "compareTo" ->
                functions
                        .call(List.of(TextFunction.COMPARE_TEXTS), call.span(), List.of(receiver, arguments.get(0)))
                        .orElseGet(() -> wrongArgument(call, arguments.get(0), "a String"));
            case "equalsIgnoreCase" -> equalsIgnoreCase(call, receiver, arguments.get(0));
            default ->
                receiver instanceof TypedExpr.Column
                        ? receiver
                        : checker.apply(Operation.UNBOX, Types.STRING, call.span(), receiver);
        };
    }

    /** No text equals null. */
    private TypedExpr equalsIgnoreCase(Expr.Call call, TypedExpr receiver, TypedExpr argument) {
        SourceSpan span = call.span();
        if (argument.type() instanceof Type.Null) {
            return wrongArgument(call, argument, "a String");
        }
        if (!Types.is(argument.type(), ScalarKind.STRING)) {
            return wrongArgument(call, argument, "a String");
        }
        TypedExpr known = argument instanceof TypedExpr.Column column
                ? new TypedExpr.Column(column.path(), column.type(), false, column.span())
                : argument;
        TypedExpr equal = functions.call(TextFunction.EQUALS_IGNORE_CASE, span, List.of(receiver, known));
        TypedExpr never = new TypedExpr.Constant(false, Types.BOOLEAN, span);
        if (receiver instanceof TypedExpr.Column || receiver instanceof TypedExpr.Constant) {
            return unlessNull(span, argument, never, equal);
        }
        // the receiver is evaluated all the same, and may throw
        TypedExpr isEmpty = checker.apply(Operation.TEXT_IS_EMPTY, Types.BOOLEAN, span, receiver);
        TypedExpr evaluated = checker.apply(Operation.CONDITIONAL, Types.BOOLEAN, span, isEmpty, never, never);
        return unlessNull(span, argument, evaluated, equal);
    }

    private TypedExpr unlessNull(SourceSpan span, TypedExpr argument, TypedExpr withNull, TypedExpr test) {
        boolean present = argument instanceof TypedExpr.Column column && !column.nullable();
        TypedExpr isNull = TypedExpr.test(Operation.IS_NULL, span, argument);
        return present || argument instanceof TypedExpr.Constant
                ? test
                : checker.apply(Operation.CONDITIONAL, Types.BOOLEAN, span, isNull, withNull, test);
    }

    private TypedExpr ofOneValue(Expr.Call call, Owner owner, TypedExpr receiver, List<TypedExpr> arguments) {
        OperatorRules operators = new OperatorRules(checker);
        return switch (call.name()) {
            case "isBefore" -> order(Operation.BEFORE, call, receiver, arguments.get(0));
            case "isAfter" -> order(Operation.BEFORE, call, arguments.get(0), receiver);
            case "isEqual" -> order(Operation.COMPARES_EQUAL, call, receiver, arguments.get(0));
            case "toString" ->
                new TextOf(checker)
                        .present(receiver)
                        .orElseGet(() -> refused(call, owner, receiver.type().displayName()));
            case "intValue" -> operators.cast(call.span(), receiver, Types.INT);
            case "longValue" -> operators.cast(call.span(), receiver, Types.LONG);
            case "doubleValue" -> operators.cast(call.span(), receiver, Types.DOUBLE);
            case "floatValue" -> operators.cast(call.span(), receiver, Types.FLOAT);
            case "shortValue" -> operators.cast(call.span(), receiver, Types.SHORT);
            case "byteValue" -> operators.cast(call.span(), receiver, Types.BYTE);
            case "charValue", "booleanValue" -> checker.nullness().unboxed(receiver);
            default -> refusedCompareTo(call);
        };
    }

    private TypedExpr refusedCompareTo(Expr.Call call) {
        return checker.refuse(
                DiagnosticCode.NO_TRANSLATION,
                call.nameSpan(),
                "the result of 'compareTo' means nothing but its sign",
                "supported: compareTo(…) compared with 0");
    }

    /** Captured or stored, neither operand has side effects, so that {@code b.isAfter(a)} is {@code a} before {@code b}. */
    private TypedExpr order(Operation operation, Expr.Call call, TypedExpr left, TypedExpr right) {
        TypedExpr a = checker.nullness().required(left);
        TypedExpr b = checker.nullness().required(right);
        boolean erroneous = a instanceof TypedExpr.Erroneous || b instanceof TypedExpr.Erroneous;
        if (!erroneous && !a.type().equals(b.type())) {
            TypedExpr argument = call.name().equals("isAfter") ? a : b;
            TypedExpr receiver = call.name().equals("isAfter") ? b : a;
            return wrongArgument(call, argument, Types.withArticle(receiver.type()));
        }
        return checker.apply(operation, Types.BOOLEAN, call.span(), a, b);
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

    private TypedExpr wrongArgument(Expr.Call call, TypedExpr argument, String wanted) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                argument.span(),
                "'" + call.name() + "' takes " + wanted + ", this is " + Types.withArticle(argument.type()));
    }

    private TypedExpr refused(Expr.Call call, Owner owner, String type) {
        String arguments = call.arguments().isEmpty() ? "()" : "(…)";
        return untranslatable(call, "'" + type + "." + call.name() + arguments + "'", Optional.of(owner));
    }

    private TypedExpr untranslatable(Expr.Call call, String method, Optional<Owner> owner) {
        boolean readsRecord = call.accept(new Mentions(environment.parameter()));
        Optional<Refusal> refusal = owner.flatMap(known -> Catalog.refusal(known, call.name()));
        String help = refusal.map(Refusal::rewrite)
                .orElse(
                        readsRecord
                                ? "test the record in the program: DB.scan(store, predicate)"
                                : "compute it before the lambda and capture the result: var value = "
                                        + environment.source(call.span()));
        List<String> notes = refusal.map(known -> List.of(known.reason()))
                .orElseGet(() -> owner.map(Catalog::describe).stream().toList());
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.NO_TRANSLATION,
                        call.nameSpan(),
                        "method " + method + " has no SQL translation",
                        notes,
                        List.of(help)));
        return new TypedExpr.Erroneous(call.span());
    }
}
