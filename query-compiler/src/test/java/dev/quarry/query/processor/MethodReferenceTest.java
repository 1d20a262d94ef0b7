package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.LambdaSite;
import dev.quarry.plan.Plan;
import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method reference to an accessor is known by the accessor itself. */
class MethodReferenceTest {
    @TempDir
    Path directory;

    @Test
    void aFieldIsFoundByItsAccessor() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Field<City, String> reference() { return City::country; }
                    static Field<City, Integer> boxed() { return City::population; }
                    static Field<City, String> lambda() { return c -> c.name(); }
                    static Field<City, String> again() { return City::country; }
                }
                """);

        assertField(sources, "reference", "country");
        assertField(sources, "again", "country");
        assertField(sources, "boxed", "population");
        assertField(sources, "lambda", "name");
        assertThat(LambdaSite.of(Lambdas.get(sources, "reference")).key())
                .isEqualTo(new LambdaKey("app.City", "country", "()Ljava/lang/String;"));
        assertThat(Lambdas.plans(sources, "app.Main")).hasSize(3);
    }

    private static void assertField(CompiledSources sources, String method, String path) {
        Plan.FieldPlan plan =
                LambdaSite.of(Lambdas.get(sources, method)).fieldPlan().orElseThrow();
        assertThat(plan.path()).hasToString(path);
    }

    @Test
    void aFilterCanBeAnAccessorToo() {
        CompiledSources sources =
                Lambdas.compile(directory, "class Main { static Filter<City> get() { return City::capital; } }");

        assertThat(Lambdas.plan(sources, "app.Main", Lambdas.get(sources, "get")))
                .isInstanceOf(Plan.FilterPlan.class)
                .satisfies(plan -> assertThat(plan.origin().digest()).isEmpty());
        assertThat(Lambdas.values(Lambdas.get(sources, "get"))).isNotNull();
    }

    @Test
    void oneAccessorCanBeAFilterAndAFieldInOneClass() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Filter<City> filter() { return City::capital; }
                    static Field<City, Boolean> field() { return City::capital; }
                }
                """);

        assertThat(Lambdas.plans(sources, "app.Main")).hasSize(2);
        assertThat(Lambdas.values(Lambdas.get(sources, "filter"))).isEmpty();
        assertField(sources, "field", "capital");
    }

    @Test
    void aReferenceToAPrivateRecordInTheSameClassWorks() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    private record Secret(String word, boolean open) {}
                    static Field<Secret, String> field() { return Secret::word; }
                    static Field<Secret, String> cast() { return (Field<Secret, String> & Runnable2) Secret::word; }
                    interface Runnable2 {}
                }
                """);

        assertField(sources, "field", "word");
        assertField(sources, "cast", "word");
    }

    @Test
    void aReferenceToAnythingElseIsRefused() {
        CompiledSources sources =
                Lambdas.city(directory, """
                class Main {
                    static boolean big(City c) { return true; }
                    Filter<City> one = Main::big;
                    Filter<City> two = one::test;
                }
                """).processor(Lambdas.processor()).compile();

        assertThat(sources.errors()).extracting(CompiledSources.Problem::line).containsExactly(5L, 6L);
        assertThat(sources.errors())
                .allSatisfy(error -> assertThat(error.message()).startsWith("[QC"));
    }
}
