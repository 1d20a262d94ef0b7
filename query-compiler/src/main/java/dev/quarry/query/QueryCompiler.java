package dev.quarry.query;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.Plan;
import dev.quarry.query.advice.IndexAdvice;
import dev.quarry.query.ast.Source;
import dev.quarry.query.check.Checked;
import dev.quarry.query.check.Checker;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.diagnostic.DiagnosticSink;
import dev.quarry.query.frontend.LambdaParser;
import dev.quarry.query.frontend.Parsed;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.lower.CaptureIndexes;
import dev.quarry.query.lower.ConstantValues;
import dev.quarry.query.lower.Lowered;
import dev.quarry.query.lower.Lowering;
import dev.quarry.query.rewrite.Captures;
import dev.quarry.query.rewrite.ConstantFolding;
import dev.quarry.query.rewrite.Distribution;
import dev.quarry.query.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compiles lambdas: parse, resolve, check, lower, render. Thread-safe. */
public final class QueryCompiler {
    /** The engine that filters are always required to run on, unless a build says otherwise. */
    public static final String EMBEDDED = Lowering.EMBEDDED;

    private final Set<String> required;

    /** A compiler of filters for the embedded engine, and for every other one that can say them exactly. */
    public QueryCompiler() {
        this(Set.of(EMBEDDED));
    }

    /**
     * A compiler that refuses a filter which one of some engines cannot say exactly.
     *
     * @param required of {@link #engines()}
     */
    public QueryCompiler(Set<String> required) {
        this.required = Set.copyOf(required);
    }

    /** The names of the engines that filters are compiled for, as plans use them. */
    public static Set<String> engines() {
        return Lowering.engines();
    }

    /** Compiles one lambda; never throws for what a user wrote. */
    public CompilationResult compile(LambdaSource source) {
        try {
            return parsed(source);
        } catch (StackOverflowError e) {
            return refused(
                    new SourceSpan(0, source.text().length()),
                    "this lambda is nested too deeply",
                    "the compiler goes down into it part by part, and has no room for so many",
                    "join filters with and(…) and or(…), or capture values as a Set and use set.contains(…)");
        }
    }

    private CompilationResult parsed(LambdaSource source) {
        Parsed parsed = LambdaParser.parse(source.text());
        if (parsed instanceof Parsed.Failure failure) {
            return new CompilationResult.Rejected(List.of(failure.diagnostic()));
        }
        Source tree = ((Parsed.Tree) parsed).source();
        DiagnosticSink sink = new DiagnosticSink();
        Checker checker = new Checker(source.text(), source.schema(), source.symbols(), sink, ConstantValues::of);
        Checked checked = source.kind() == LambdaSource.Kind.FILTER ? checker.filter(tree) : checker.field(tree);
        if (checked instanceof Checked.FilterBody filter) {
            ConstantFolding.Folded folded = ConstantFolding.fold(filter.body(), ConstantValues::of);
            return Distribution.apply(folded.expr())
                    .map(body -> compiled(source, body, folded))
                    .orElseGet(() -> tooLarge(folded.expr()));
        }
        if (checked instanceof Checked.FieldBody field) {
            return new CompilationResult.Compiled(new CompiledField(source, field));
        }
        return new CompilationResult.Rejected(sink.all());
    }

    private CompilationResult compiled(LambdaSource source, TypedExpr body, ConstantFolding.Folded folded) {
        List<String> captures = Captures.of(folded.expr());
        Map<String, EnginePlan> engines = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        List<Diagnostic> missing = new ArrayList<>();
        for (String engine : new TreeSet<>(Lowering.engines())) {
            Lowered lowered = Lowering.lower(engine, body, captures);
            if (lowered instanceof Lowered.Exact exact) {
                engines.put(engine, exact.plan());
            } else if (lowered instanceof Lowered.Refused refusal) {
                refused.put(engine, refusal.why());
                if (required.contains(engine)) {
                    missing.add(noForm(engine, refusal));
                }
            }
        }
        return missing.isEmpty()
                ? new CompilationResult.Compiled(new CompiledFilter(
                        source, captures, folded.neverRun(), engines, refused, Optional.of(IndexAdvice.of(body))))
                : new CompilationResult.Rejected(missing);
    }

    private static Diagnostic noForm(String engine, Lowered.Refused refusal) {
        return new Diagnostic(
                DiagnosticCode.NO_FORM_ON_ENGINE,
                refusal.span(),
                "this has no exact form on '" + engine + "', which this build requires of every filter",
                List.of(refusal.why()),
                List.of(refusal.instead()));
    }

    private static CompilationResult tooLarge(TypedExpr body) {
        return Distribution.hasTooManyTests(body)
                ? refused(
                        body.span(),
                        "this filter has too many tests",
                        "a filter has 256 at most, and each label of a switch is one",
                        "capture the values as a Set and use set.contains(…), or join filters with and(…) and or(…)")
                : refused(
                        body.span(),
                        "the ?: in this filter multiply into too many cases",
                        "each ?: inside a comparison doubles the comparison",
                        "move the ?: out of the comparison, or split the filter with and(…)");
    }

    private static CompilationResult refused(SourceSpan span, String what, String why, String instead) {
        return new CompilationResult.Rejected(
                List.of(new Diagnostic(DiagnosticCode.NO_TRANSLATION, span, what, List.of(why), List.of(instead))));
    }

    private static Plan.Origin origin(LambdaSource source, LambdaKey key, String place, String digest) {
        return new Plan.Origin(
                key,
                place,
                source.text(),
                source.schema().className(),
                source.schema().fingerprint(),
                digest);
    }

    private record CompiledFilter(
            LambdaSource source,
            List<String> captures,
            List<SourceSpan> neverRun,
            Map<String, EnginePlan> engines,
            Map<String, String> refused,
            Optional<IndexAdvice> advice)
            implements CompiledLambda {
        @Override
        public Plan plan(LambdaKey key, String place, String digest, List<Integer> captureIndexes) {
            Map<String, EnginePlan> placed = new TreeMap<>();
            engines.forEach((engine, plan) -> placed.put(engine, CaptureIndexes.replace(plan, captureIndexes)));
            return new Plan.FilterPlan(origin(source, key, place, digest), placed, refused);
        }
    }

    private record CompiledField(LambdaSource source, Checked.FieldBody field) implements CompiledLambda {
        @Override
        public List<String> captures() {
            return List.of();
        }

        @Override
        public List<SourceSpan> neverRun() {
            return List.of();
        }

        @Override
        public Optional<IndexAdvice> advice() {
            return Optional.empty();
        }

        @Override
        public Plan plan(LambdaKey key, String place, String digest, List<Integer> captureIndexes) {
            return new Plan.FieldPlan(origin(source, key, place, digest), field.path());
        }
    }
}
