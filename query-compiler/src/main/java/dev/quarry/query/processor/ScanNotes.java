package dev.quarry.query.processor;

import dev.quarry.query.advice.IndexAdvice;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.schema.FieldPath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Says which filters no {@code @Indexed} component helps where one would do. They are notes, because a filter that does so is no
 * mistake, the options with which a store is opened can give it an index yet, and there are builds in which warnings are
 * errors.
 */
final class ScanNotes {
    /** The processor's option, {@code off} for no notes. */
    static final String OPTION = "quarry.advice";

    private static final Set<String> INDEXED = Set.of("dev.quarry.annotation.Indexed", "dev.quarry.annotation.Unique");

    private final Reports reports;
    private final boolean wanted;
    private long scanning;

    ScanNotes(Reports reports, boolean wanted) {
        this.reports = reports;
        this.wanted = wanted;
    }

    static boolean isWanted(Map<String, String> options) {
        return !"off".equals(options.get(OPTION));
    }

    /** Counts a lambda, and prints a note if there is something to suggest. */
    void consider(SourceLambda lambda) {
        lambda.compiled().advice().ifPresent(advice -> consider(lambda, advice));
    }

    private void consider(SourceLambda lambda, IndexAdvice advice) {
        Set<FieldPath> indexed = indexed(lambda.record());
        if (!advice.scans(indexed)) {
            return;
        }
        scanning++;
        if (wanted) {
            advice.suggestion(indexed)
                    .ifPresent(path -> reports.note(
                            lambda,
                            DiagnosticCode.INDEX_ADVICE,
                            "no @Indexed component leads to the records: " + remedy(lambda.record(), path)));
        }
    }

    /** {@code , 3 of which use no @Indexed component}, or nothing. */
    String summary(long filters, boolean goesOn) {
        if (scanning == 0) {
            return "";
        }
        String some = filters == 1 ? ", which" : ", " + scanning + " of which";
        return some + (scanning == 1 ? " uses" : " use") + " no @Indexed component" + (goesOn ? "," : "");
    }

    private static String remedy(TypeElement record, FieldPath path) {
        String name = record.getSimpleName().toString();
        if (path.names().size() == 1) {
            return "add @Indexed to '" + path + "', or open the store with index(" + name + "::" + path + ")";
        }
        String parameter = name.substring(0, 1).toLowerCase(Locale.ROOT);
        String accessors = path.names().stream().map(one -> "." + one + "()").collect(Collectors.joining());
        return "open the store with index(" + parameter + " -> " + parameter + accessors + ")";
    }

    /** The components that have an index of their own by annotation. */
    private static Set<FieldPath> indexed(TypeElement record) {
        Set<FieldPath> indexed = new HashSet<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            if (component.getAnnotationMirrors().stream().anyMatch(ScanNotes::isIndex)) {
                indexed.add(FieldPath.of(component.getSimpleName().toString()));
            }
        }
        return indexed;
    }

    private static boolean isIndex(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        return INDEXED.contains(type.getQualifiedName().toString());
    }
}
