package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambdas are found and paired wherever Java lets them stand. */
class LambdaPlacesTest {
    private static final String PLACES = """
            import java.util.*;
            import java.util.function.*;
            class Main {
                static final Filter<City> FIELD = c -> c.population() > 1000;
                static final Filter<City> INITIALIZED;
                static { INITIALIZED = c -> c.population() > 1001; }
                final Filter<City> instance = c -> c.population() > 1002;
                Filter<City> initializer;
                { initializer = c -> c.population() > 1003; }
                Filter<City> constructed;
                Main() { constructed = c -> c.population() > 1004; }
                Main(int other) { constructed = c -> c.population() > 1005; }
                static List<Object> objects() {
                    List<Object> all = new ArrayList<>(List.of(FIELD, INITIALIZED));
                    for (Main main : List.of(new Main(), new Main(1))) {
                        all.addAll(List.of(main.instance, main.initializer, main.constructed));
                    }
                    return all;
                }
                static Object inFinally() {
                    List<Object> all = new ArrayList<>();
                    int atLeast = 77;
                    try { all.add(1); } finally { all.add((Filter<City>) c -> c.population() >= atLeast); }
                    return all.get(1);
                }
                static Object inLambda() {
                    Function<Integer, Filter<City>> outer = least -> c -> c.population() > least;
                    return outer.apply(5);
                }
                static Object inSwitch() {
                    int n = 2;
                    return switch (n) { case 2 -> (Filter<City>) c -> c.area() > n; default -> null; };
                }
                static Object inLoop() {
                    Object last = null;
                    for (int n : new int[] {1, 2}) { last = (Filter<City>) c -> c.area() == n; }
                    return last;
                }
                static Object cast() {
                    return (java.io.Serializable & Filter<City>) c -> c.area() > 12;
                }
                static Object generic() {
                    return Main.<City>same(c -> c.area() > 13);
                }
                static <T> Filter<? super T> same(Filter<? super T> filter) { return filter; }
                static Object block() {
                    return (Filter<City>) c -> { return c.capital() || c.area() > 14; };
                }
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines", "-parameters"})
    void everyLambdaOfAClassHasThePlanOfItsText(String debug) {
        CompiledSources sources = Lambdas.compile(directory, PLACES, debug);

        assertThat((List<?>) Lambdas.get(sources, "objects"))
                .extracting(lambda -> Lambdas.text(sources, "app.Main", lambda))
                .containsExactly(
                        "c -> c.population() > 1000",
                        "c -> c.population() > 1001",
                        "c -> c.population() > 1002",
                        "c -> c.population() > 1003",
                        "c -> c.population() > 1004",
                        "c -> c.population() > 1002",
                        "c -> c.population() > 1003",
                        "c -> c.population() > 1005");
        assertPlan(sources, "inFinally", "c -> c.population() >= atLeast", 77);
        assertPlan(sources, "inLambda", "c -> c.population() > least", 5);
        assertPlan(sources, "inLoop", "c -> c.area() == n", 2L);
        assertPlan(sources, "cast", "c -> c.area() > 12", 12L);
        assertPlan(sources, "generic", "c -> c.area() > 13", 13L);
        assertPlan(sources, "block", "c -> { return c.capital() || c.area() > 14; }", 14L);
        assertPlan(sources, "inSwitch", "c -> c.area() > n", 2L);
    }

    private static void assertPlan(CompiledSources sources, String method, String text, Object... values) {
        Object lambda = Lambdas.get(sources, method);
        assertThat(Lambdas.text(sources, "app.Main", lambda)).isEqualTo(text);
        assertThat(Lambdas.values(lambda)).containsExactly(values);
    }

    @Test
    void plansStandBesideTheClassThatHoldsTheLambda() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static class Nested { static Object get() { return (Filter<City>) c -> c.area() > 1; } }
                    static Object anonymous() {
                        return new Object() { Object get() { return (Filter<City>) c -> c.area() > 2; } }.get();
                    }
                    static Object local() {
                        class Local { Object get() { return (Filter<City>) c -> c.area() > 3; } }
                        return new Local().get();
                    }
                    static Object argument() {
                        return new Holder(c -> c.area() > 4) { }.filter;
                    }
                    static class Holder {
                        final Filter<City> filter;
                        Holder(Filter<City> filter) { this.filter = filter; }
                    }
                    enum Constant {
                        A(c -> c.area() > 5), B(c -> c.area() > 6) { Object get() { return of(c -> c.area() > 7); } };
                        final Filter<City> filter;
                        Constant(Filter<City> filter) { this.filter = filter; }
                        Object get() { return filter; }
                        static Filter<City> of(Filter<City> f) { return f; }
                    }
                    interface Api {
                        Filter<City> FIELD = c -> c.area() > 8;
                        static Object fixed() { return (Filter<City>) c -> c.area() > 9; }
                        default Object open(int least) { return (Filter<City>) c -> c.area() > least; }
                    }
                    record Holding(Filter<City> filter) { Holding() { this(c -> c.area() > 11); } }
                    static Object open() { return new Api() { }.open(10); }
                    static Object constant() { return Constant.A.get(); }
                    static Object overridden() { return Constant.B.get(); }
                    static Object holding() { return new Holding().filter(); }
                }
                """);

        assertOwned(sources, "app.Main$Nested", Lambdas.get(sources.load("app.Main$Nested"), "get"), 1);
        assertOwned(sources, "app.Main$1", Lambdas.get(sources, "anonymous"), 2);
        assertOwned(sources, "app.Main$1Local", Lambdas.get(sources, "local"), 3);
        assertOwned(sources, "app.Main", Lambdas.get(sources, "argument"), 4);
        assertOwned(sources, "app.Main$Constant", Lambdas.get(sources, "constant"), 5);
        assertOwned(sources, "app.Main$Constant$1", Lambdas.get(sources, "overridden"), 7);
        Class<?> api = sources.load("app.Main$Api");
        assertOwned(sources, "app.Main$Api", Lambdas.get(api, "FIELD"), 8);
        assertOwned(sources, "app.Main$Api", Lambdas.get(api, "fixed"), 9);
        assertOwned(sources, "app.Main$Holding", Lambdas.get(sources, "holding"), 11);
        Object open = Lambdas.get(sources, "open");
        assertThat(Lambdas.text(sources, "app.Main$Api", open)).isEqualTo("c -> c.area() > least");
        assertThat(Lambdas.values(open)).containsExactly(10L);
    }

    private static void assertOwned(CompiledSources sources, String className, Object lambda, int number) {
        assertThat(Lambdas.text(sources, className, lambda)).isEqualTo("c -> c.area() > " + number);
        assertThat(Lambdas.values(lambda)).containsExactly((long) number);
    }

    @Test
    void aClassWithoutLambdasHasNoPlanFile() {
        CompiledSources sources = Lambdas.compile(directory, "class Main { Runnable r = () -> {}; }");

        assertThat(Files.exists(sources.output().resolve("META-INF"))).isFalse();
    }

    @Test
    void thePlanSaysWhereTheLambdaStands() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Filter<City> get() {
                        return c -> c.capital()
                                && c.area() > 4;
                    }
                }
                """);

        assertThat(Lambdas.plan(sources, "app.Main", Lambdas.get(sources, "get"))
                        .origin())
                .satisfies(origin -> {
                    assertThat(origin.source()).isEqualTo("Main.java:5");
                    assertThat(origin.record()).isEqualTo("app.City");
                    assertThat(origin.digest()).hasSize(24);
                });
    }

    @Test
    void plansAreTheSameInEveryBuild() throws Exception {
        CompiledSources once = Lambdas.compile(directory.resolve("1"), PLACES);
        CompiledSources again = Lambdas.compile(directory.resolve("2"), PLACES);

        String file = "META-INF/quarry/app.Main.json";
        assertThat(again.output().resolve(file))
                .hasSameTextualContentAs(once.output().resolve(file));
    }
}
