package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambdas that look alike from outside are told apart by what they do, or refused. */
class PairingTest {
    /** No two of these come to the same code. */
    private static final List<String> ALIKE = List.of(
            "c -> c.population() > 5",
            "c -> c.population() >= 5",
            "c -> c.population() < 5",
            "c -> c.population() <= 5",
            "c -> c.population() == 5",
            "c -> c.population() != 5",
            "c -> c.population() > 0",
            "c -> c.population() > 1",
            "c -> c.population() > -5",
            "c -> c.population() > 500",
            "c -> c.population() > 500000",
            "c -> c.area() > 5",
            "c -> c.area() > 5000000000L",
            "c -> 5 > c.population()",
            "c -> !(c.population() > 5) && c.capital()",
            "c -> c.population() > 5 && c.capital()",
            "c -> c.population() > 5 || c.capital()",
            "c -> c.capital() || c.population() > 5",
            "c -> (c.capital() || c.population() > 5) && c.area() < 3",
            "c -> c.capital() || c.population() > 5 && c.area() < 3",
            "c -> !(c.capital() && c.population() > 5)",
            "c -> c.capital() == c.population() > 5",
            "c -> c.capital() == (c.name().isEmpty() && c.population() > 5)",
            "c -> !c.capital()",
            "c -> c.capital()",
            "c -> c.name().equals(\"x\")",
            "c -> c.name().equals(\"y\")",
            "c -> c.country().equals(\"x\")",
            "c -> !c.name().equals(\"x\")",
            "c -> c.name().startsWith(\"x\")",
            "c -> c.name().endsWith(\"x\")",
            "c -> c.name().length() > 5",
            "c -> c.population() + 1 > 5",
            "c -> c.population() + 2 > 5",
            "c -> { return c.population() > 55; }",
            "c -> c.population() > SIX",
            "c -> c.population() > Main.SEVEN",
            "c -> c.name().equals(NAME)",
            "c -> c.name().equals(Main.OTHER_NAME)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines"})
    void lambdasOnOneLineAreToldApartByTheirCode(String debug) {
        StringBuilder line = new StringBuilder();
        ALIKE.forEach(lambda -> line.append(", of(").append(lambda).append(')'));
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static final int SIX = 6;
                    static final int SEVEN = 7;
                    static final String NAME = System.lineSeparator();
                    static final String OTHER_NAME = System.lineSeparator();
                    static Filter<City> of(Filter<City> filter) { return filter; }
                    static Object[] get() { return new Object[] {%s}; }
                }
                """.formatted(line.substring(2)), debug);

        List<String> texts = new ArrayList<>();
        for (Object lambda : (Object[]) Lambdas.get(sources, "get")) {
            texts.add(Lambdas.text(sources, "app.Main", lambda));
        }
        assertThat(texts).isEqualTo(ALIKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines"})
    void methodReferencesAreNoLambdas(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    private record Secret(String word, boolean open, int size) {}
                    static Object[] get() {
                        return new Object[] {of(City::capital), of(c -> c.population() > 18), of(c -> c.capital()), of(City::capital), of(c -> !c.capital()),
                            by(City::name), by(c -> c.country()), by(City::population), by(c -> c.population()), by(City::capital)};
                    }
                    static Object chained() { return Filter.of(City::capital).and(c -> c.population() > 18).or(Filter.not(City::capital)); }
                    static Object[] secret() { return new Object[] {mine(Secret::open), mine(s -> s.size() > 1), mine(s -> s.open()), mine((Filter<Secret> & Marker) Secret::open)}; }
                    static Object[] dead() { if (false) { return new Object[] {of(City::capital)}; } else { return new Object[] {of(c -> c.population() > 7)}; } }
                    interface Marker {}
                    static Filter<City> of(Filter<City> filter) { return filter; }
                    static Filter<Secret> mine(Filter<Secret> filter) { return filter; }
                    static <V> Field<City, V> by(Field<City, V> field) { return field; }
                }
                class Outer {
                    static class Hidden { private record Inner(boolean open, int size) {} }
                    static Object[] get() { return new Object[] {of(Hidden.Inner::open), of(i -> i.size() > 1), of(i -> i.open())}; }
                    static Filter<Hidden.Inner> of(Filter<Hidden.Inner> filter) { return filter; }
                }
                """, debug);

        assertThat(texts(sources, "app.Main", "get"))
                .containsExactly(
                        "City::capital",
                        "c -> c.population() > 18",
                        "c -> c.capital()",
                        "City::capital",
                        "c -> !c.capital()",
                        "City::name",
                        "c -> c.country()",
                        "City::population",
                        "c -> c.population()",
                        "City::capital");
        assertThat(texts(sources, "app.Main", "secret"))
                .containsExactly("Secret::open", "s -> s.size() > 1", "s -> s.open()", "Secret::open");
        assertThat(texts(sources, "app.Main", "dead")).containsExactly("c -> c.population() > 7");
        assertThat(texts(sources, "app.Outer", "get"))
                .containsExactly("Hidden.Inner::open", "i -> i.size() > 1", "i -> i.open()");
    }

    private static List<String> texts(CompiledSources sources, String type, String method) {
        return Arrays.stream((Object[]) Lambdas.get(sources.load(type), method))
                .map(lambda -> Lambdas.text(sources, type, lambda))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines", "-parameters"})
    void everyCapturedVariableIsTheValueThatItHas(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Filter<City> inOrder() {
                        int a = 10; int b = 20; String s = "s"; String t = "t";
                        return c -> c.population() > a && c.population() < b && c.name().equals(s) || c.name().equals(t);
                    }
                    static Filter<City> reversed() {
                        int a = 10; int b = 20; String s = "s"; String t = "t";
                        return c -> c.population() > b && c.population() < a && c.name().equals(t) || c.name().equals(s);
                    }
                    static Filter<City> repeated() {
                        long a = 1; int b = 2;
                        return c -> c.area() > a && c.population() > b && c.area() < a;
                    }
                    static Filter<City> parameters(long unused, int least) { return c -> c.population() > least; }
                    static Filter<City> called() { return parameters(1, 30); }
                }
                """, debug);

        assertThat(Lambdas.values(Lambdas.get(sources, "inOrder"))).containsExactly(10, 20, "s", "t");
        assertThat(Lambdas.values(Lambdas.get(sources, "reversed"))).containsExactly(20, 10, "t", "s");
        assertThat(Lambdas.values(Lambdas.get(sources, "repeated"))).containsExactly(1L, 2);
        assertThat(Lambdas.values(Lambdas.get(sources, "called"))).containsExactly(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    void equalCodeOnTheSameVariablesInAnotherOrderKeepsTheirValues(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Object[] both(int a, int b) {
                        return new Object[] {of(c -> c.population() > a && c.population() < b), of(c -> c.population() > b && c.population() < a)};
                    }
                    static Object[] get() { return both(1, 2); }
                    static Filter<City> of(Filter<City> filter) { return filter; }
                }
                """, debug);

        Object[] lambdas = (Object[]) Lambdas.get(sources, "get");
        assertThat(Lambdas.values(lambdas[0])).containsExactly(1, 2);
        assertThat(Lambdas.values(lambdas[1])).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    void equalCodeOfDifferentTextsMayChangePlaces(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Object[] get() {
                        return new Object[] {of(c -> !(c.capital() && c.area() > 5)), of(c -> !c.capital() || c.area() <= 5)};
                    }
                    static Filter<City> of(Filter<City> filter) { return filter; }
                }
                """, debug);

        Object[] lambdas = (Object[]) Lambdas.get(sources, "get");
        assertThat(lambdas)
                .allSatisfy(lambda -> assertThat(Lambdas.values(lambda)).containsExactly(5L));
        assertThat(Lambdas.plans(sources, "app.Main"))
                .extracting(plan -> plan.origin().text())
                .containsExactlyInAnyOrder("c -> !(c.capital() && c.area() > 5)", "c -> !c.capital() || c.area() <= 5");
    }

    @Test
    void aLambdaThatHoldsTheObjectAroundItStillGivesItsVariables() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    final int constant = 7;
                    Filter<City> of(int a) { return c -> c.population() > constant && c.population() < a; }
                    static Object get() { return new Main().of(8); }
                }
                """);

        assertThat(Lambdas.values(Lambdas.get(sources, "get"))).containsExactly(7, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    void lambdasWithTheSameMeaningNeedNotBeToldApart(String debug) {
        CompiledSources sources =
                Lambdas.compile(directory, """
                class Main {
                    static final int FIVE = 5;
                    static Object[] get(int a, int b) {
                        return new Object[] {of(c -> c.population() > a), of(c -> c.population() > b), of(c -> c.area() > 5), of(c -> c.area() > FIVE)};
                    }
                    static Object[] get() { return get(1, 2); }
                    static Filter<City> of(Filter<City> filter) { return filter; }
                }
                """.replace("static Object[] get() ", "static Object[] called() "), debug);

        Object[] lambdas = (Object[]) Lambdas.get(sources, "called");
        assertThat(Lambdas.values(lambdas[0])).containsExactly(1);
        assertThat(Lambdas.values(lambdas[1])).containsExactly(2);
        assertThat(Lambdas.values(lambdas[2])).containsExactly(5L);
        assertThat(Lambdas.values(lambdas[3])).containsExactly(5L);
    }

    @Test
    void codeThatAConstantConditionRemovesNeedsNoPlan() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static final boolean DEBUG = false;
                    static Filter<City> get() {
                        if (DEBUG) { return c -> c.population() > 1; } else { return c -> c.population() > 2; }
                    }
                    static Filter<City> chosen() {
                        return DEBUG ? c -> c.area() > 1 : c -> c.area() > 2;
                    }
                    static Filter<City> onOneLine() { return DEBUG ? c -> c.area() > 3 : c -> c.area() < 3; }
                }
                """);

        assertThat(Lambdas.values(Lambdas.get(sources, "get"))).containsExactly(2);
        assertThat(Lambdas.values(Lambdas.get(sources, "chosen"))).containsExactly(2L);
        assertThat(Lambdas.text(sources, "app.Main", Lambdas.get(sources, "onOneLine")))
                .isEqualTo("c -> c.area() < 3");
    }

    @Test
    void whatCannotBeToldApartIsAnErrorAtEachOfThem() {
        CompiledSources sources =
                Lambdas.city(directory, """
                class Main {
                    static void use(Filter<City> one, Filter<City> other) {}
                    static void test() {
                        use(c -> c.population() > 2 * 3 * 100, c -> c.population() > 2 * 4 * 100);
                        use(c -> c.population() > 2 * 3 * 100,
                            c -> c.population() > 2 * 4 * 100);
                    }
                }
                """).processor(Lambdas.processor()).compile();

        assertThat(sources.errors()).hasSize(2).allSatisfy(error -> {
            assertThat(error.line()).isEqualTo(6);
            assertThat(error.message()).contains("[QC5001]").contains("put these on separate lines");
        });
        assertThat(sources.errors()).extracting(CompiledSources.Problem::column).containsExactlyInAnyOrder(13L, 48L);
    }

    /** Versions of javac differ in which of these variables the lambda object holds; only {@code b} is needed. */
    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:source,lines", "-parameters"})
    void whatOnlyCodeThatNeverRunsCapturesIsNotNeeded(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static final boolean DEBUG = false;
                    static Filter<City> and(int a, int b) {
                        return c -> DEBUG && c.population() > a || c.population() < b;
                    }
                    static Filter<City> choice(int a, int b) {
                        return c -> c.population() < (1 == 2 ? a : b);
                    }
                    static Filter<City> nested(String a, int n, String b) {
                        return c -> (0 == 7 ? c.name().equals(a) && c.population() > n : c.name().equals(b));
                    }
                    static Object calledAnd() { return and(1, 2); }
                    static Object calledChoice() { return choice(1, 2); }
                    static Object calledNested() { return nested("x", 1, "y"); }
                }
                """, debug);

        assertThat(Lambdas.values(Lambdas.get(sources, "calledAnd"))).containsExactly(2);
        assertThat(Lambdas.values(Lambdas.get(sources, "calledChoice"))).containsExactly(2);
        assertThat(Lambdas.values(Lambdas.get(sources, "calledNested"))).containsExactly("y");
    }

    /** {@code a} comes first in the text, but not among what newer versions of javac hand over. */
    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines"})
    void codeThatNeverRunsMayComeFirst(String debug) {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    static Filter<City> reads(int a, int b) {
                        return c -> c.population() < (1 == 2 ? a : b) && a < c.population();
                    }
                    static Filter<City> boxes(Integer a, int b) {
                        return c -> c.population() < (1 == 2 ? a : b) && a < c.population();
                    }
                    static Filter<City> floats(int a, int b, long l) {
                        return c -> c.area() < (-1 == -0.0f ? a : l) && b < c.population() && c.population() < a;
                    }
                    static Object calledReads() { return reads(1, 2); }
                    static Object calledBoxes() { return boxes(1, 2); }
                    static Object calledFloats() { return floats(1, 2, 3); }
                }
                """, debug);

        assertThat(Lambdas.values(Lambdas.get(sources, "calledReads"))).containsExactly(2, 1);
        assertThat(Lambdas.values(Lambdas.get(sources, "calledBoxes"))).containsExactly(2, 1);
        assertThat(Lambdas.values(Lambdas.get(sources, "calledFloats"))).containsExactly(3L, 2, 1);
    }

    private static final String TWO_ORDERS = """
            class Main {
                static final boolean DEBUG = false;
                static Filter<City> and(int a, int b) {
                    return c -> DEBUG && c.population() > a || c.population() < b && a < c.population();
                }
                static Object called() { return and(1, 2); }
            }
            """;

    @Test
    void whichOfTwoOrdersItIsNamesTell() {
        CompiledSources sources = Lambdas.compile(directory, TWO_ORDERS, "-g");

        assertThat(Lambdas.values(Lambdas.get(sources, "called"))).containsExactly(2, 1);
    }

    @Test
    void whichOfTwoOrdersItIsIsNotGuessed() {
        CompiledSources sources = Lambdas.city(directory, TWO_ORDERS)
                .processor(Lambdas.processor())
                .options("-g:source,lines")
                .compile();

        assertThat(sources.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .contains("[QC2005]", "[b, a]", "compile with the names of variables (-g)"));
    }
}
