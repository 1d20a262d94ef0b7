package dev.quarry.query.differential;

import dev.quarry.Filter;
import dev.quarry.query.processor.FilterProcessor;
import dev.quarry.query.testing.CompiledSources;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;

/** Filters compiled from source by the real javac with the real processor. */
final class FilterSources {
    private FilterSources() {}

    /** Gives the filters once their captures are known. */
    interface Filters {
        List<Filter<Probe>> of(Captured captured);
    }

    static Filters compile(List<String> expressions, Path directory) {
        Class<?> compiled = CompiledSources.into(directory)
                .source("generated/Generated.java", source(expressions))
                .classPath(CompiledSources.origin(Probe.class))
                .processor(new FilterProcessor())
                .compile()
                .orFail()
                .load("generated.Generated");
        return captured -> {
            try {
                @SuppressWarnings("unchecked") // the method is written below
                List<Filter<Probe>> filters = (List<Filter<Probe>>)
                        compiled.getMethod("filters", Captured.class).invoke(null, captured);
                return filters;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static String source(List<String> expressions) {
        StringBuilder source = new StringBuilder("""
                package generated;
                import dev.quarry.Filter;
                import dev.quarry.query.differential.*;
                import dev.quarry.query.differential.Probe.Mood;
                import java.time.Instant;
                import java.util.*;
                public class Generated {
                  public static List<Filter<Probe>> filters(Captured captured) {
                    List<Filter<Probe>> filters = new ArrayList<>();
                """);
        for (RecordComponent component : Captured.class.getRecordComponents()) {
            source.append(component.getGenericType().getTypeName().replace('$', '.'))
                    .append(' ')
                    .append(component.getName())
                    .append(" = captured.")
                    .append(component.getName())
                    .append("();\n");
        }
        for (String expression : expressions) {
            source.append("filters.add(p -> ").append(expression).append(");\n");
        }
        return source.append("return filters; } }").toString();
    }
}
