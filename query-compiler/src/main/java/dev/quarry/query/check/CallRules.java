package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.NumberFunction;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
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
    private final Untranslatable refused;

    CallRules(ExpressionChecker checker) {
        this.checker = checker;
        this.environment = checker.environment();
        this.functions = new FunctionRules(checker);
        this.refused = new Untranslatable(checker);
    }

    Judged check(Expr.Call call) {
        if (call.target().isEmpty()) {
            return unqualified(call);
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
        if (receiver.type() instanceof Type.OptionalOf) {
            return Catalog.hasOwnRule(
                            Owner.OPTIONAL, call.name(), call.arguments().size())
                    ? new OptionalRules(checker).call(call, receiver)
                    : Judged.of(
                            refused.call(call, Owner.OPTIONAL, receiver.type().displayName()));
        }
        TypedExpr result = onValue(call, receiver);
        boolean key = result instanceof TypedExpr.Apply apply && apply.operation() == Operation.CONTAINS_KEY;
        return key ? new Judged(result, Facts.where(result), Facts.NONE) : Judged.of(result);
    }

    /** A method by its name alone: one that was imported means what it means through its class. */
    private Judged unqualified(Expr.Call call) {
        return environment
                .lookUp(call.name(), call.nameSpan())
                .filter(Symbol.StaticMethod.class::isInstance)
                .map(method -> ((Symbol.StaticMethod) method).className())
                .filter(className -> Owner.ofClass(className).isPresent())
                .map(className -> staticCall(call, className))
                .orElseGet(() -> Judged.of(refused.untranslatable(call, "'" + call.name() + "(…)'", Optional.empty())));
    }

    private boolean rootIsParameter(String dotted) {
        return dotted.startsWith(environment.parameter() + ".");
    }

    private Judged staticCall(Expr.Call call, String className) {
        Optional<Owner> owner = Owner.ofClass(className);
        if (owner.isEmpty()) {
            String name = FieldType.simpleName(className) + "." + call.name() + "(…)";
            return Judged.of(refused.untranslatable(call, "'" + name + "'", Optional.empty()));
        }
        boolean ownRule =
                Catalog.hasOwnRule(owner.get(), call.name(), call.arguments().size());
        if (ownRule && owner.get() == Owner.OBJECTS && !isText(call)) {
            return new ObjectsRules(checker).call(call);
        }
        Optional<TypedExpr> optional =
                owner.get() == Owner.OPTIONAL ? new OptionalRules(checker).factory(call) : Optional.empty();
        if (optional.isPresent()) {
            return Judged.of(optional.get());
        }
        if (takesForeign(call, owner.get())) {
            return Judged.of(refused.call(call, owner.get(), owner.get().displayName()));
        }
        List<TypedExpr> arguments = arguments(call);
        if (arguments.stream().anyMatch(TypedExpr.Erroneous.class::isInstance)) {
            return ExpressionChecker.erroneous(call.span());
        }
        if (ownRule && (owner.get() == Owner.STRING || isText(call))) {
            return Judged.of(textOf(call, owner.get(), arguments.get(0)));
        }
        if (ownRule && owner.get() == Owner.MATH) {
            return Judged.of(math(call, arguments));
        }
        return Judged.of(tolerant(call, arguments)
                .or(() -> functions.call(
                        functions(owner.get(), call.name(), JavaFunction.Form.STATIC), call.span(), arguments))
                .orElseGet(() -> refused.call(call, owner.get(), owner.get().displayName(), arguments)));
    }

    /** Whether an argument is no value of a type that queries have, so that no error about the argument itself helps. */
    private boolean takesForeign(Expr.Call call, Owner owner) {
        boolean foreign = call.arguments().stream()
                .anyMatch(argument -> argument instanceof Expr.Lambda
                        || argument instanceof Expr.MethodReference
                        || argument instanceof Expr.Call made && isForeign(made));
        return foreign && Catalog.refusal(owner, call.name(), List.of()).isPresent();
    }

    private boolean isForeign(Expr.Call call) {
        return call.target()
                .flatMap(target -> NameRules.dotted(target)
                        .filter(dotted -> !rootIsParameter(dotted))
                        .flatMap(dotted -> environment.lookUp(dotted, target.span())))
                .filter(symbol -> symbol instanceof Symbol.TypeName type
                        && Owner.ofClass(type.className()).isEmpty())
                .isPresent();
    }

    private static boolean isText(Expr.Call call) {
        return call.name().equals("toString") && call.arguments().size() == 1;
    }

    /** {@code Boolean.parseBoolean} is the one of these methods that takes null. */
    private Optional<TypedExpr> tolerant(Expr.Call call, List<TypedExpr> arguments) {
        boolean parses = call.name().equals("parseBoolean")
                && arguments.size() == 1
                && Types.is(arguments.get(0).type(), ScalarKind.STRING);
        if (!parses) {
            return Optional.empty();
        }
        TypedExpr text = arguments.get(0);
        TypedExpr parsed = functions.call(NumberFunction.PARSE_BOOLEAN, call.span(), List.of(Nulls.value(text)));
        return Optional.of(new Joining(checker, call.span())
                .join(List.of(Nulls.isNull(text)), List.of(Nulls.truth(false, call.span()), parsed)));
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

    /** {@code String.valueOf(x)} and {@code Objects.toString(x)} give the text {@code null} for null, as {@code +} does. */
    private TypedExpr textOf(Expr.Call call, Owner owner, TypedExpr value) {
        TypedExpr empty = new TypedExpr.Constant("", Types.STRING, call.span());
        return value.type() instanceof Type.Null
                ? refused.wrongArgument(call, value, "a value")
                : new TextOf(checker)
                        .operand(value)
                        .map(text -> checker.apply(Operation.CONCAT, Types.STRING, call.span(), empty, text))
                        .orElseGet(() -> refused.text(call, owner, value));
    }

    private TypedExpr math(Expr.Call call, List<TypedExpr> arguments) {
        TypedExpr first = arguments.get(0);
        TypedExpr second = arguments.get(arguments.size() - 1);
        if (!Types.isNumeric(first.type()) || !Types.isNumeric(second.type())) {
            return refused.wrongArgument(call, Types.isNumeric(first.type()) ? second : first, "a number");
        }
        Type type = Types.promoted(first.type(), second.type());
        OperatorRules operators = new OperatorRules(checker);
        TypedExpr a = operators.converted(first, type);
        TypedExpr b = operators.converted(second, type);
        return switch (call.name()) {
            case "abs" -> checker.apply(Operation.ABS, type, call.span(), a);
            case "min" -> checker.apply(Operation.MIN, type, call.span(), a, b);
            case "max" -> checker.apply(Operation.MAX, type, call.span(), a, b);
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private TypedExpr onValue(Expr.Call call, TypedExpr receiver) {
        if (receiver instanceof TypedExpr.Column nested && nested.type() instanceof Type.RecordOf type) {
            TypedExpr present = checker.nullness().required(receiver);
            return present instanceof TypedExpr.Erroneous
                    ? present
                    : new ComponentRules(environment, checker.facts()).of(call, nested, type);
        }
        Optional<TypedExpr.Apply> required = Nulls.requiredRecord(receiver);
        if (required.isPresent()) {
            return ofRequired(call, required.get());
        }
        if (receiver.type() instanceof Type.Null) {
            return refused.ofNothing(call);
        }
        Owner owner = Owner.of(receiver.type());
        if (!Catalog.methods(owner).contains(call.name()) || takesForeign(call, owner)) {
            return refused.call(call, owner, receiver.type().displayName());
        }
        TypedExpr value = checker.nullness().required(receiver);
        if (TextRules.takesLocale(call, owner)) {
            return new TextRules(checker).inLocale(call, value);
        }
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

    /** A component of a nested record that throws where it is absent; a record in that record is required as well. */
    private TypedExpr ofRequired(Expr.Call call, TypedExpr.Apply required) {
        TypedExpr.Column nested = (TypedExpr.Column) required.operand(2);
        TypedExpr component =
                new ComponentRules(environment, checker.facts()).of(call, nested, (Type.RecordOf) nested.type());
        boolean deeper = component instanceof TypedExpr.Column column
                && column.type() instanceof Type.RecordOf
                && !column.nullable();
        return deeper
                ? checker.apply(
                        Operation.CONDITIONAL,
                        component.type(),
                        call.span(),
                        required.operand(0),
                        new TypedExpr.Thrown(component.type(), call.span()),
                        component)
                : Sequence.of(required, component);
    }

    /** A box has as methods what its class has as static ones, of its value: {@code isNaN()}, {@code hashCode()}. */
    private TypedExpr function(Expr.Call call, Owner owner, TypedExpr receiver, List<TypedExpr> arguments) {
        List<TypedExpr> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(arguments);
        boolean box = isNumberOrBox(receiver.type()) && arguments.isEmpty();
        JavaFunction.Form form = box ? JavaFunction.Form.STATIC : JavaFunction.Form.INSTANCE;
        List<JavaFunction> overloads = functions(owner, call.name(), form);
        return new TextRegions(checker)
                .call(overloads, call.name(), call.span(), operands)
                .or(() -> functions.call(overloads, call.span(), operands))
                .orElseGet(() -> refused.call(call, owner, receiver.type().displayName(), arguments));
    }

    /** What is called upon is a box, which the rules may have taken away already. */
    private static boolean isNumberOrBox(Type type) {
        return Types.isBoxed(type) || Types.isPrimitive(type);
    }

    private TypedExpr ownRule(Expr.Call call, Owner owner, TypedExpr receiver, List<TypedExpr> arguments) {
        if (call.name().equals("equals")) {
            return new EqualityRules(checker).equalsCall(call, receiver, arguments.get(0));
        }
        return switch (owner) {
            case STRING -> new TextRules(checker).call(call, receiver, arguments);
            case LIST, SET, COLLECTION, MAP -> new CollectionRules(checker).call(call, receiver, arguments);
            case ENUM -> checker.apply(Operation.ENUM_NAME, Types.STRING, call.span(), Nulls.asked(receiver));
            default -> ofOneValue(call, owner, receiver, arguments);
        };
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
                        .orElseGet(
                                () -> refused.call(call, owner, receiver.type().displayName()));
            case "intValue" -> operators.cast(call.span(), receiver, Types.INT);
            case "longValue" -> operators.cast(call.span(), receiver, Types.LONG);
            case "doubleValue" -> operators.cast(call.span(), receiver, Types.DOUBLE);
            case "floatValue" -> operators.cast(call.span(), receiver, Types.FLOAT);
            case "shortValue" -> operators.cast(call.span(), receiver, Types.SHORT);
            case "byteValue" -> operators.cast(call.span(), receiver, Types.BYTE);
            case "charValue", "booleanValue" -> checker.nullness().unboxed(receiver);
            case "compareTo" -> refusedCompareTo(call);
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private TypedExpr refusedCompareTo(Expr.Call call) {
        return checker.refuse(
                DiagnosticCode.NO_TRANSLATION,
                call.nameSpan(),
                "the result of 'compareTo' means nothing but its sign",
                "compare it with 0: a.compareTo(b) < 0");
    }

    /** Captured or stored, neither operand has side effects, so that {@code b.isAfter(a)} is {@code a} before {@code b}. */
    private TypedExpr order(Operation operation, Expr.Call call, TypedExpr left, TypedExpr right) {
        TypedExpr a = checker.nullness().required(left);
        TypedExpr b = checker.nullness().required(right);
        boolean erroneous = a instanceof TypedExpr.Erroneous || b instanceof TypedExpr.Erroneous;
        if (!erroneous && !a.type().equals(b.type())) {
            TypedExpr argument = call.name().equals("isAfter") ? a : b;
            TypedExpr receiver = call.name().equals("isAfter") ? b : a;
            return refused.wrongArgument(call, argument, Types.withArticle(receiver.type()));
        }
        return checker.apply(operation, Types.BOOLEAN, call.span(), a, b);
    }
}
