package dev.quarry.query.processor;

import dev.quarry.plan.FilterBinder;
import dev.quarry.plan.FilterTree;
import dev.quarry.plan.LambdaSite;
import dev.quarry.plan.Plan;
import dev.quarry.plan.PlanFile;
import dev.quarry.query.testing.CompiledSources;
import dev.quarry.schema.RecordSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Asks lambda objects of compiled sources for their plans, the way a program does. */
final class Lambdas {
    /** A record to filter, in the package of the sources. */
    static final String CITY = """
            package app;
            public record City(String name, String country, int population, long area, boolean capital) {}
            """;

    private Lambdas() {}

    /** Sources in package {@code app} that use {@link #CITY}. */
    static CompiledSources.Builder city(Path directory, String text) {
        return CompiledSources.into(directory)
                .source("app/City.java", CITY)
                .source("app/Main.java", "package app;\nimport dev.quarry.*;\n" + text);
    }

    /** The same, compiled with the processor and these options. */
    static CompiledSources compile(Path directory, String text, String... options) {
        return city(directory, text)
                .processor(processor())
                .options(options)
                .compile()
                .orFail();
    }

    static FilterProcessor processor() {
        return new FilterProcessor();
    }

    /** The plan that belongs to a lambda object, out of the plan file of the class that made it. */
    static Plan plan(CompiledSources sources, String className, Object lambda) {
        return plans(sources, className).stream()
                .filter(plan -> plan.origin().key().equals(LambdaSite.of(lambda).key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no plan for " + LambdaSite.of(lambda).key()));
    }

    static String text(CompiledSources sources, String className, Object lambda) {
        return plan(sources, className, lambda).origin().text();
    }

    static List<Plan> plans(CompiledSources sources, String className) {
        try (InputStream in = Files.newInputStream(sources.output().resolve(PlanFile.resourceName(className)))) {
            return PlanFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program that uses the filter would bind. */
    static List<Object> values(Object lambda) {
        try {
            Class<?> city = Class.forName("app.City", false, lambda.getClass().getClassLoader());
            FilterBinder binder =
                    new FilterBinder("sqlite", RecordSchemas.of(city).schema());
            return Arrays.asList(binder.bind(FilterTree.of(lambda)).values());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a static method without parameters, or gives a static field. */
    static Object get(Class<?> type, String member) {
        try {
            var method = Arrays.stream(type.getDeclaredMethods())
                    .filter(one -> one.getName().equals(member))
                    .findFirst();
            if (method.isPresent()) {
                method.get().setAccessible(true);
                return method.get().invoke(null);
            }
            var field = type.getDeclaredField(member);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(member, e);
        }
    }

    /** A filter of that member. */
    static Object get(CompiledSources sources, String member) {
        return get(sources.load("app.Main"), member);
    }
}
