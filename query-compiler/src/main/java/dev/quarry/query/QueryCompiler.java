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
import dev.quarry.query.lower.Lowering;
import dev.quarry.query.rewrite.Captures;
import dev.quarry.query.rewrite.ConstantFolding;
import dev.quarry.query.rewrite.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles lambdas: parse, resolve, check, lower, render. Thread-safe. */
public final class QueryCompiler {

    /** Compiles one lambda; never throws for what a user wrote. */
    public CompilationResult compile(LambdaSource source) {
        Parsed parsed = LambdaParser.parse(source.text());
        if (parsed instanceof Parsed.Failure failure) {
            return new CompilationResult.Rejected(List.of(failure.diagnostic()));
        }
        Source tree = ((Parsed.Tree) parsed).source();
        DiagnosticSink sink = new DiagnosticSink();
        Checker checker = new Checker(source.text(), source.schema(), source.symbols(), sink);
        Checked checked = source.kind() == LambdaSource.Kind.FILTER ? checker.filter(tree) : checker.field(tree);
        if (checked instanceof Checked.FilterBody filter) {
            TypedExpr folded = new ConstantFolding(ConstantValues::of).fold(filter.body());
            return Distribution.apply(folded)
                    .map(body -> compiled(source, body, Captures.of(folded)))
                    .orElseGet(() -> tooLarge(folded));
        }
        if (checked instanceof Checked.FieldBody field) {
            return new CompilationResult.Compiled(new CompiledField(source, field));
        }
        return new CompilationResult.Rejected(sink.all());
    }

    private static CompilationResult compiled(LambdaSource source, TypedExpr body, List<String> captures) {
        EnginePlan plan = Lowering.lower(body, captures);
        return new CompilationResult.Compiled(
                new CompiledFilter(source, captures, plan, Optional.of(IndexAdvice.of(body))));
    }

    private static CompilationResult tooLarge(TypedExpr body) {
        return new CompilationResult.Rejected(List.of(new Diagnostic(
                DiagnosticCode.NO_TRANSLATION,
                body.span(),
                "the ?: in this filter multiply into too many cases",
                List.of("each ?: inside a comparison doubles the comparison"),
                List.of("move the ?: out of the comparison, or split the filter with and(…)"))));
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
            LambdaSource source, List<String> captures, EnginePlan plan, Optional<IndexAdvice> advice)
            implements CompiledLambda {
        @Override
        public Plan plan(LambdaKey key, String place, String digest, List<Integer> captureIndexes) {
            EnginePlan placed = CaptureIndexes.replace(plan, captureIndexes);
            return new Plan.FilterPlan(origin(source, key, place, digest), Map.of(Lowering.ENGINE, placed));
        }
    }

    private record CompiledField(LambdaSource source, Checked.FieldBody field) implements CompiledLambda {
        @Override
        public List<String> captures() {
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
