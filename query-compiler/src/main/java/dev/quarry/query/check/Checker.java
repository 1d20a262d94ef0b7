package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.Source;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.diagnostic.DiagnosticSink;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbols;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Resolves the names of a lambda and gives its expressions their types, or says which rules it breaks. */
public final class Checker {
    private static final String PARAMETER = "record";

    private final String text;
    private final Schema schema;
    private final Symbols symbols;
    private final DiagnosticSink sink;
    private final Function<TypedExpr, Optional<Object>> constants;

    /**
     * A checker of one lambda.
     *
     * @param sink where what is wrong goes
     * @param constants gives the value of an expression of constants alone; empty if computing it throws
     */
    public Checker(
            String text,
            Schema schema,
            Symbols symbols,
            DiagnosticSink sink,
            Function<TypedExpr, Optional<Object>> constants) {
        this.text = text;
        this.schema = schema;
        this.symbols = symbols;
        this.sink = sink;
        this.constants = constants;
    }

    /** Checks a boolean about a record. */
    public Checked filter(Source source) {
        if (source instanceof Source.MethodReference reference && !isOfRecord(reference)) {
            return foreign(reference);
        }
        Guards guards = new Guards(text);
        DiagnosticSink wrong = new DiagnosticSink();
        Judged body = condition(source, guards, wrong);
        if (!body.isErroneous() && wrong.all().isEmpty()) {
            return new Checked.FilterBody(body.expr());
        }
        condition(source, guards, sink);
        return new Checked.Failure();
    }

    private Judged condition(Source source, Guards guards, DiagnosticSink to) {
        Environment environment = environment(source, guards, to);
        Expr written = body(source);
        Judged body = ExpressionChecker.condition(environment, Facts.NONE, written);
        return environment.expansion().refuses(body.expr(), written.span(), "this lambda")
                ? ExpressionChecker.erroneous(written.span())
                : body;
    }

    /** Checks a component of a record; a nested record on the way may be null, and then so is the component. */
    public Checked field(Source source) {
        Environment environment = environment(source, new Guards(text), sink);
        Optional<FieldPath> path = path(environment, body(source));
        if (path.isPresent()) {
            return new Checked.FieldBody(path.get());
        }
        sink.report(new Diagnostic(
                DiagnosticCode.WRONG_TYPE,
                body(source).span(),
                "this is not a component of the record",
                List.of("a field is an accessor, or accessors of nested records one behind the other"),
                List.of("name one of the components: " + NameRules.components(environment, accessor(source)))));
        return new Checked.Failure();
    }

    /** How a component is named in the place of the source, as a format of its name. */
    private String accessor(Source source) {
        return source instanceof Source.Lambda lambda
                ? lambda.parameter() + ".%s()"
                : FieldType.simpleName(schema.className()) + "::%s";
    }

    private Environment environment(Source source, Guards guards, DiagnosticSink to) {
        String parameter = source instanceof Source.Lambda lambda ? lambda.parameter() : PARAMETER;
        Environment environment = new Environment(text, parameter, schema, symbols, to, guards, constants);
        if (source instanceof Source.MethodReference reference && isOfRecord(reference)) {
            environment.isReference(PARAMETER + "." + reference.method() + "()");
        }
        return environment;
    }

    /** {@code City::capital} is {@code record -> record.capital()}, all of it standing where the reference stands. */
    private Expr body(Source source) {
        if (source instanceof Source.Lambda lambda) {
            return lambda.body();
        }
        Source.MethodReference reference = (Source.MethodReference) source;
        SourceSpan span = reference.span();
        Expr target = isOfRecord(reference) ? new Expr.Name(PARAMETER, span) : new Expr.Name(reference.scope(), span);
        return new Expr.Call(Optional.of(target), reference.method(), span, List.of(), span);
    }

    private Checked foreign(Source.MethodReference reference) {
        String record = FieldType.simpleName(schema.className());
        sink.report(
                new Diagnostic(
                        DiagnosticCode.NO_TRANSLATION,
                        reference.span(),
                        "the code of '" + reference.span().of(text) + "' is not known here and has no SQL translation",
                        List.of("a method reference that is a filter names a boolean component of '" + record + "'"),
                        List.of(
                                "write what the method tests as a lambda, or test the record in the program: DB.scan(store, predicate)")));
        return new Checked.Failure();
    }

    private boolean isOfRecord(Source.MethodReference reference) {
        return reference.scope().equals(FieldType.simpleName(schema.className()))
                || schema.className().replace('$', '.').endsWith("." + reference.scope())
                || schema.className().equals(reference.scope());
    }

    private static Optional<FieldPath> path(Environment environment, Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || call.target().isEmpty()
                || !call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expr target = call.target().get();
        if (target instanceof Expr.Name name && environment.isParameter(name.name())) {
            return environment.schema().component(call.name()).map(found -> FieldPath.of(found.name()));
        }
        return path(environment, target)
                .map(outer -> outer.then(call.name()))
                .filter(path -> environment.schema().component(path).isPresent());
    }
}
