package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticSink;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.symbol.Symbols;
import dev.quarry.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is the same everywhere in one lambda. Not thread-safe. */
final class Environment {
    private final String text;
    private final String parameter;
    private final Schema schema;
    private final Symbols symbols;
    private final DiagnosticSink sink;
    private final Guards guards;
    private final Function<TypedExpr, Optional<Object>> constants;

    private final Expansion expansion;
    private Optional<String> reference = Optional.empty();
    private final Map<Integer, Judged> locals = new HashMap<>();
    private final Set<Integer> boxes = new HashSet<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<SourceSpan> values = new HashSet<>();

    Environment(
            String text,
            String parameter,
            Schema schema,
            Symbols symbols,
            DiagnosticSink sink,
            Guards guards,
            Function<TypedExpr, Optional<Object>> constants) {
        this.text = text;
        this.parameter = parameter;
        this.schema = schema;
        this.symbols = symbols;
        this.sink = sink;
        this.expansion = new Expansion(sink);
        this.guards = guards;
        this.constants = constants;
    }

    boolean isParameter(String name) {
        return name.equals(parameter);
    }

    String parameter() {
        return parameter;
    }

    Schema schema() {
        return schema;
    }

    DiagnosticSink sink() {
        return sink;
    }

    Guards guards() {
        return guards;
    }

    Optional<Symbol> lookUp(String name, SourceSpan span) {
        return symbols.lookUp(name, span);
    }

    /** The value of an expression of constants alone; empty if computing it throws. */
    Optional<Object> constant(TypedExpr expr) {
        return constants.apply(expr);
    }

    /** Gives a local variable its value. */
    void bind(Expr.Local variable, Judged value) {
        locals.put(variable.id(), value);
        bound.add(variable.name());
    }

    /** Notes that a variable is a box in Java, as what its value is typed does not tell. */
    void noteBox(Expr.Local variable) {
        boxes.add(variable.id());
    }

    /** Whether that was noted. */
    boolean isBox(Expr.Local variable) {
        return boxes.contains(variable.id());
    }

    /** How large the values of local variables may become. */
    Expansion expansion() {
        return expansion;
    }

    /** The value of a local variable. */
    Judged local(Expr.Local variable) {
        return Objects.requireNonNull(locals.get(variable.id()), "a variable is bound before it is read");
    }

    /** What stands for the lambda's parameter, where there is no lambda to name it. */
    void isReference(String call) {
        reference = Optional.of(call);
    }

    /** Whether the lambda is a method reference, so that no part of it can be written anew. */
    boolean isReference() {
        return reference.isPresent();
    }

    /** A condition as the filter can be written with it; a method reference becomes a lambda. */
    String filter(String condition) {
        return reference.isPresent() ? parameter + " -> " + condition : condition;
    }

    /** The source at a place, on one line; of a method reference the call that it stands for. */
    String source(SourceSpan span) {
        if (reference.isPresent()) {
            return reference.get();
        }
        return span.of(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Whether the record, or a variable inside of the lambda, is named in the source at a place. */
    boolean mentionsRecord(SourceSpan span) {
        String names = Stream.concat(Stream.of(parameter), bound.stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
        return Pattern.compile(names).matcher(span.of(text)).find();
    }

    /** Notes that what stands there gives a value and nothing else, so that no statement in it ends the lambda. */
    void noteValue(SourceSpan span) {
        values.add(span);
    }

    /** Whether a place lies in such a stretch. */
    boolean isInsideValue(SourceSpan span) {
        return values.stream().anyMatch(value -> value.start() < span.start() && span.end() <= value.end());
    }

    /** Whether what could be an expression or a statement, as a switch can, is a statement. */
    boolean isStatement(SourceSpan span) {
        String before = text.substring(0, span.start()).strip();
        return before.endsWith("else")
                || before.endsWith(";")
                || before.endsWith("{")
                || before.endsWith("}")
                || before.endsWith(")");
    }

    String source(TypedExpr expr) {
        return source(expr.span());
    }
}
