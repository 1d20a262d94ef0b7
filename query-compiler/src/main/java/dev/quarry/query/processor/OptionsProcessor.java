package dev.quarry.query.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Knows the options of {@link FilterProcessor} in every compilation. javac asks a processor for its options only where one of
 * its annotations is used, and warns of the others, which fails a build that takes warnings for errors; and a processor of all
 * annotations claims all of them or none.
 */
public final class OptionsProcessor extends AbstractProcessor {
    /**
     * {@code -Aquarry.advice=off} switches the notes about indexes off; {@code -Aquarry.engines=sqlite,postgresql} makes a filter
     * that one of these engines cannot say exactly a compile error.
     */
    static final Set<String> OPTIONS = Set.of(ScanNotes.OPTION, RequiredEngines.OPTION);

    /** Made by javac. */
    public OptionsProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return OPTIONS;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
