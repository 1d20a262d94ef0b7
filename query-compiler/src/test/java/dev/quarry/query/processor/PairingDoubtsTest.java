package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lambda has its own plan or is refused where the code of lambdas is foreseen in part only. */
class PairingDoubtsTest {
    /** Code of which nothing is foreseen, so that it can be any other lambda's. */
    private static final String ANY = "c -> c.capital() ? c.area() > 17 : c.area() < 17";

    @TempDir
    Path directory;

    private static String main(String body) {
        return """
                class Main {
                    static final boolean DEBUG = false;
                    static Filter<City> of(Filter<City> filter) { return filter; }
                    static Object[] get() { %s }
                }
                """.formatted(body);
    }

    private List<String> texts(String debug, String... lambdas) {
        String all = List.of(lambdas).stream().map("of(%s)"::formatted).collect(Collectors.joining(", "));
        CompiledSources sources = Lambdas.compile(directory, main("return new Object[] {" + all + "};"), debug);
        List<String> texts = new ArrayList<>();
        for (Object lambda : (Object[]) Lambdas.get(sources, "get")) {
            texts.add(Lambdas.text(sources, "app.Main", lambda));
        }
        return texts;
    }

    /** Fails if the first one's code is not foreseen as javac writes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "c -> (c.capital() & c.population() > 5) && c.area() > 3",
                "c -> c.area() > 3 && (c.capital() | c.population() > 5)",
                "c -> (c.capital() ^ c.population() > 5) || c.area() > 3",
                "c -> !(c.capital() & c.name().isEmpty())",
                "c -> !(!c.capital() ^ !c.name().isEmpty())",
                "c -> c.capital() & c.name().isEmpty()",
                "c -> (c.capital() && c.name().isEmpty() | c.area() > 3) & c.population() > 5",
                "c -> (c.capital() & true) && c.area() > 3",
                "c -> (c.capital() | false) && c.area() > 3",
                "c -> (c.population() & 4) != 0 || (c.area() | 1L) > 3",
                "c -> { return (c.capital() & c.population() > 5) && c.area() > 3; }",
            })
    void booleansThatAreComputedAsValuesAreForeseen(String lambda) {
        assertThat(texts("-g", lambda, ANY)).containsExactly(lambda, ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    void whatIsForeseenInPartIsToldApartWhereEachLambdaHasItsMethod(String debug) {
        String[] lambdas = {
            "c -> { int n = c.population(); return n > 5 && c.name().isEmpty(); }",
            "c -> { int n = c.population(); return n > 6 && c.country().isEmpty(); }",
            "c -> { long n = c.area(); return c.capital() & n > 6; }",
            "c -> c.population() > 5",
            "c -> c.population() > 5 && c.capital()",
        };

        assertThat(texts(debug, lambdas)).containsExactly(lambdas);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new Object[] {DEBUG ? of(%1$s) : of(%2$s)};",
                "return new Object[] {DEBUG ? of(%2$s) : of(%1$s)};",
            })
    void aLambdaWithoutCodeThatCouldHaveAnothersIsRefused(String choice) {
        String and = "c -> (c.capital() & c.population() > 5) && c.area() > 3";
        CompiledSources sources = Lambdas.city(directory, main(choice.formatted(ANY, and)))
                .processor(Lambdas.processor())
                .compile();

        assertThat(sources.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.message()).contains("[QC5001]"));
    }

    @Test
    void aLambdaWithoutCodeIsPassedOverForOneThatIsForeseen() {
        CompiledSources sources = Lambdas.compile(
                directory,
                main("return new Object[] {DEBUG ? of(c -> { int n = c.population(); return n > 5 && c.capital(); })"
                        + " : of(c -> c.area() > 3)};"));

        assertThat(Lambdas.text(sources, "app.Main", ((Object[]) Lambdas.get(sources, "get"))[0]))
                .isEqualTo("c -> c.area() > 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none"})
    @Timeout(120)
    void manyStatementsTakeNoTime(String debug) {
        String locals = IntStream.range(0, 40)
                .mapToObj(i -> "int n" + i + " = c.population() + " + i + ";")
                .collect(Collectors.joining(" "));
        String first = "c -> { " + locals + " return (c.capital() & c.name().isEmpty()) && n1 < n2; }";
        String second = "c -> { " + locals + " return (c.capital() | c.name().isEmpty()) && n1 < n2; }";
        String third = "c -> { " + locals + " return c.name().startsWith(\"x\") && n1 < n2; }";

        assertThat(texts(debug, first, second, third)).containsExactly(first, second, third);
    }
}
