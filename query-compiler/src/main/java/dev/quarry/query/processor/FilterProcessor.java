package dev.quarry.query.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.quarry.query.CompilationResult;
import dev.quarry.query.LambdaSource;
import dev.quarry.query.QueryCompiler;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Lets Quarry compile filters while javac compiles the code around them. javac finds it by itself on the class path or
 * processor path. It works through javac's public tree API and does nothing in other compilers. One instance serves one
 * compilation; it is not thread-safe, as no processor is.
 */
public final class FilterProcessor extends AbstractProcessor {
    private final Function<Set<String>, Function<LambdaSource, CompilationResult>> compilers;

    /** Made by javac. */
    public FilterProcessor() {
        this.compilers = required -> new QueryCompiler(required)::compile;
    }

    FilterProcessor(Function<LambdaSource, CompilationResult> compiler) {
        this.compilers = required -> compiler;
    }

    /**
     * Quarry's own annotations, and JSpecify's because it is a reason to use them: {@code -Xlint:all} warns of any
     * annotation that no processor claims, once there is a processor. What lambdas there are does not depend on these.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.quarry.annotation.*", "org.jspecify.annotations.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return OptionsProcessor.OPTIONS;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        ProcessingEnvironment javac = WrappedEnvironment.unwrap(environment);
        try {
            JavacTask task = JavacTask.instance(javac);
            task.addTaskListener(FilterCompilation.of(javac, Trees.instance(javac), compilers.apply(required(javac))));
        } catch (IllegalArgumentException | LinkageError e) {
            // Not javac: filters stay uncompiled, and their first use says so.
        }
    }

    private static Set<String> required(ProcessingEnvironment javac) {
        Set<String> required = RequiredEngines.of(javac.getOptions(), QueryCompiler.EMBEDDED);
        Set<String> unknown = new TreeSet<>(required);
        unknown.removeAll(QueryCompiler.engines());
        if (!unknown.isEmpty()) {
            javac.getMessager().printMessage(Kind.ERROR, RequiredEngines.unknown(unknown, QueryCompiler.engines()));
        }
        return required;
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // see getSupportedAnnotationTypes
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
