package dev.quarry.query.processor;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.quarry.query.CompilationResult;
import dev.quarry.query.LambdaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * One run of javac: compiles lambdas when javac has analyzed the class around them, and keeps what came of it until the
 * class file is written. Never throws into javac.
 */
final class FilterCompilation implements TaskListener {
    private final Elements elements;
    private final Messager messager;
    private final LambdaReader reader;
    private final LambdaCompiler compiler;
    private final RecordElements records;
    private final ClassFiles classFiles;
    private final Reports reports;
    private final ScanNotes scans;
    private final Map<String, List<SourceLambda>> waiting = new HashMap<>();
    private final Set<SourceLambda> finished = new HashSet<>();

    private FilterCompilation(
            Elements elements,
            Messager messager,
            LambdaReader reader,
            LambdaCompiler compiler,
            RecordElements records,
            ClassFiles classFiles,
            Reports reports,
            ScanNotes scans) {
        this.elements = elements;
        this.messager = messager;
        this.reader = reader;
        this.compiler = compiler;
        this.records = records;
        this.classFiles = classFiles;
        this.reports = reports;
        this.scans = scans;
    }

    static FilterCompilation of(
            ProcessingEnvironment javac, Trees trees, Function<LambdaSource, CompilationResult> compile) {
        Elements elements = javac.getElementUtils();
        Reports reports = new Reports(trees);
        ClassFiles classFiles = new ClassFiles(elements, javac.getFiler());
        TypeNames names = new TypeNames(elements, javac.getTypeUtils());
        RecordElements records = new RecordElements(names, trees, classFiles);
        JavaTypes types = new JavaTypes(names, javac.getTypeUtils(), records);
        LambdaCompiler compiler =
                new LambdaCompiler(trees, names, types, records, new ModuleAccess(elements), reports, compile);
        ScanNotes scans = new ScanNotes(reports, ScanNotes.isWanted(javac.getOptions()));
        return new FilterCompilation(
                elements,
                javac.getMessager(),
                new LambdaReader(trees, names),
                compiler,
                records,
                classFiles,
                reports,
                scans);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            sayHowMany();
            return;
        }
        TypeElement type = event.getTypeElement();
        if (type == null) {
            return;
        }
        try {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                analyzed(event, type);
            } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
                generated(type);
            }
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            messager.printMessage(Kind.ERROR, reports.internal(0, e).render(), type);
        }
    }

    private void analyzed(TaskEvent event, TypeElement type) throws IOException {
        for (FoundLambda found : reader.read(event.getCompilationUnit(), type, records)) {
            compiler.compile(found)
                    .ifPresent(lambda -> waiting.computeIfAbsent(found.owner(), n -> new ArrayList<>())
                            .add(lambda));
        }
    }

    private void generated(TypeElement type) throws IOException {
        List<SourceLambda> sources = waiting.remove(elements.getBinaryName(type).toString());
        if (sources == null) {
            return;
        }
        Optional<ImplementationMethods> methods = classFiles
                .written(type)
                .flatMap(file -> ImplementationMethods.tryRead(file, name -> classFiles.writtenBeside(type, name)));
        if (methods.isEmpty()) {
            reports.noClassFile(sources.get(0));
            return;
        }
        Pairing pairing = new Pairing(sources, methods.get());
        pairing.ambiguous().forEach(reports::ambiguous);
        pairing.incomplete().forEach(reports::incomplete);
        if (!pairing.plans().isEmpty()) {
            classFiles.writePlans(type, pairing.plans());
            finished.addAll(pairing.paired());
            pairing.paired().forEach(scans::consider);
        }
    }

    private void sayHowMany() {
        long filters = finished.stream()
                .filter(lambda -> lambda.kind() == LambdaSource.Kind.FILTER)
                .count();
        long fields = finished.size() - filters;
        if (reports.any() || finished.isEmpty()) {
            return;
        }
        String andFields = fields == 0 ? "" : " and " + count(fields, "field");
        messager.printMessage(
                Kind.NOTE,
                "Quarry compiled " + count(filters, "filter") + scans.summary(filters, fields > 0) + andFields);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
