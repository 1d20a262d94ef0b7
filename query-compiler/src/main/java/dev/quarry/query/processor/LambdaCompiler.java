package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import dev.quarry.query.CompilationResult;
import dev.quarry.query.CompiledLambda;
import dev.quarry.query.LambdaSource;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.processor.SourceLambda.Captured;
import dev.quarry.query.processor.SourceLambda.Holding;
import dev.quarry.query.processor.SourceLambda.Place;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Compiles one lambda that was found, or prints why that is not possible. */
final class LambdaCompiler {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final Trees trees;
    private final SourcePositions positions;
    private final TypeNames names;
    private final JavaTypes types;
    private final RecordElements records;
    private final ModuleAccess access;
    private final Reports reports;
    private final Function<LambdaSource, CompilationResult> compiler;

    LambdaCompiler(
            Trees trees,
            TypeNames names,
            JavaTypes types,
            RecordElements records,
            ModuleAccess access,
            Reports reports,
            Function<LambdaSource, CompilationResult> compiler) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.names = names;
        this.types = types;
        this.records = records;
        this.access = access;
        this.reports = reports;
        this.compiler = compiler;
    }

    /** The compiled lambda; empty if it was refused, or if javac itself refuses the code. */
    Optional<SourceLambda> compile(FoundLambda found) throws IOException {
        LambdaNames inside = LambdaNames.of(found.path(), trees);
        if (inside.erroneous()) {
            return Optional.empty();
        }
        String file = found.unit().getSourceFile().getCharContent(true).toString();
        String text = file.substring(start(found), end(found));
        try {
            return compile(found, inside, text)
                    .map(compiled -> sourceLambda(found, inside, text, place(found, file, text), compiled));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            refuse(found, reports.internal(text.length(), e));
            return Optional.empty();
        }
    }

    private Optional<CompiledLambda> compile(FoundLambda found, LambdaNames inside, String text) {
        SourceSpan whole = new SourceSpan(0, text.length());
        TypeElement record = found.record().orElse(null);
        if (record == null || record.getKind() != ElementKind.RECORD) {
            refuse(found, unknownRecord(whole, found));
            return Optional.empty();
        }
        Optional<Schema> schema = isErroneous(record) ? Optional.empty() : schema(found, record, whole);
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        access.firstRefused(record).ifPresent(closed -> refuse(found, closedPackage(whole, closed)));
        CompilationUnitTree unit = found.unit();
        JavaSymbols symbols = new JavaSymbols(inside, start(found), unit, positions, names, types);
        CompilationResult result = compiler.apply(new LambdaSource(text, found.kind(), schema.get(), symbols));
        if (result instanceof CompilationResult.Rejected rejected) {
            rejected.diagnostics().forEach(diagnostic -> refuse(found, diagnostic));
            return Optional.empty();
        }
        return Optional.of(((CompilationResult.Compiled) result).lambda());
    }

    private SourceLambda sourceLambda(
            FoundLambda found, LambdaNames inside, String text, Place place, CompiledLambda compiled) {
        Tree tree = found.path().getLeaf();
        TypeElement record = found.record().orElseThrow();
        Optional<String> accessor = tree instanceof MemberReferenceTree reference
                ? Optional.of(reference.getName().toString())
                : Optional.empty();
        return new SourceLambda(
                found,
                text,
                place,
                record,
                names.binary(record),
                holdings(found, inside, compiled.neverRun()),
                accessor,
                compiled);
    }

    private List<Holding> holdings(FoundLambda found, LambdaNames inside, List<SourceSpan> neverRun) {
        int start = start(found);
        List<VariableElement> all = inside.captured(name -> true);
        List<VariableElement> running = inside.captured(name -> {
            long at = positions.getStartPosition(found.unit(), name) - start;
            return neverRun.stream().noneMatch(span -> span.start() <= at && at < span.end());
        });
        return Stream.of(all, running)
                .distinct()
                .map(variables -> new Holding(
                        captured(variables), SourceTraces.of(found.path().getLeaf(), inside, variables)))
                .toList();
    }

    private List<Captured> captured(List<VariableElement> variables) {
        return variables.stream()
                .map(variable -> new Captured(variable.getSimpleName().toString(), names.descriptor(variable.asType())))
                .toList();
    }

    /** Then javac itself reports the record. */
    private static boolean isErroneous(TypeElement record) {
        return record.getRecordComponents().stream()
                .anyMatch(component -> component.asType().getKind() == TypeKind.ERROR);
    }

    private Optional<Schema> schema(FoundLambda found, TypeElement record, SourceSpan whole) {
        try {
            return Optional.of(records.schema(record));
        } catch (UnsupportedRecord | UnsupportedType e) {
            String what = String.valueOf(e.getMessage());
            refuse(found, new Diagnostic(DiagnosticCode.UNSUPPORTED_RECORD, whole, what, List.of(), List.of()));
            return Optional.empty();
        }
    }

    private Diagnostic unknownRecord(SourceSpan whole, FoundLambda found) {
        String what = found.record()
                .filter(type -> !type.getQualifiedName().contentEquals("java.lang.Object"))
                .map(type -> "'" + type.getSimpleName() + "' is not a record, so a lambda on it cannot be compiled")
                .orElse("the record that this lambda reads is not known here");
        String type = found.kind() == LambdaSource.Kind.FILTER ? "Filter<T>" : "Field<T, V>";
        return new Diagnostic(
                DiagnosticCode.UNKNOWN_RECORD,
                whole,
                what,
                List.of("a lambda is compiled where it is written, for the components of one record"),
                List.of("let the generic method take a ready " + type + ", and write the lambda where the record is"
                        + " known"));
    }

    private static Diagnostic closedPackage(SourceSpan whole, ModuleAccess.Closed closed) {
        return new Diagnostic(
                DiagnosticCode.CLOSED_PACKAGE,
                whole,
                "module '" + closed.module() + "' does not let Quarry construct records of package '"
                        + closed.packageName() + "'",
                List.of(),
                List.of("add to module-info.java: opens " + closed.packageName() + " to " + ModuleAccess.CORE + ";"));
    }

    private void refuse(FoundLambda found, Diagnostic diagnostic) {
        reports.report(found.unit(), found.path().getLeaf(), diagnostic);
    }

    private int start(FoundLambda found) {
        return (int) positions.getStartPosition(found.unit(), found.path().getLeaf());
    }

    private int end(FoundLambda found) {
        return (int) positions.getEndPosition(found.unit(), found.path().getLeaf());
    }

    /** Lines are counted here, because javac has no line map when it writes no line numbers. */
    private Place place(FoundLambda found, String file, String text) {
        String path = found.unit().getSourceFile().getName().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        int first = 1 + lineBreaks(file.substring(0, start(found)));
        return new Place(name, first, first + lineBreaks(text));
    }

    private static int lineBreaks(String text) {
        return (int) LINE_BREAK.matcher(text).results().count();
    }
}
