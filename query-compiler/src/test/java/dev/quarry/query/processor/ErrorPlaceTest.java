package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors stand in javac's own list, at the token. */
class ErrorPlaceTest {
    private static final String NULLABLE_CITY = """
            package app;
            import org.jspecify.annotations.Nullable;
            public record City(String name, @Nullable String region, int population) {}
            """;

    @TempDir
    Path directory;

    private CompiledSources compile(String... body) {
        return CompiledSources.into(directory)
                .source("app/City.java", NULLABLE_CITY)
                .source(
                        "app/Main.java",
                        "package app; import dev.quarry.*; class Main {\n" + String.join("\n", body) + "\n}")
                .processor(Lambdas.processor())
                .compile();
    }

    /** The source from the place of the error on. */
    private static String at(Problem problem, String... body) {
        return body[(int) problem.line() - 2].substring((int) problem.column() - 1);
    }

    @Test
    void anErrorStandsAtTheSmallestTreeAroundItsCause() {
        String[] body = {
            "static void use(Filter<City> f) {}",
            "static void test() {",
            "    use(c -> c.population() > 1000 ",
            "          && c.region().startsWith(\"Att\"));",
            "}"
        };

        CompiledSources sources = compile(body);

        assertThat(sources.succeeded()).isFalse();
        Problem error = sources.errors().get(0);
        assertThat(sources.errors()).hasSize(1);
        assertThat(error.message()).startsWith("[QC2007] 'region' may be null").contains("\n  ", "help: ");
        assertThat(error.line()).isEqualTo(5);
        assertThat(at(error, body)).startsWith(".region()");
    }

    @Test
    void severalErrorsOfOneLambdaAreAllReported() {
        String[] body = {
            "static int limit;", "Filter<City> filter = c -> c.name().matches(\"A\") || c.population() > limit;",
        };

        CompiledSources sources = compile(body);

        assertThat(sources.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.line()).isEqualTo(3));
        assertThat(sources.errors())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message)
                        .contains("static field 'limit' of 'Main', which is not final")
                        .contains("int limit = Main.limit; before the query, and use limit"));
    }

    @Test
    void codeThatJavacRefusesIsLeftToJavac() {
        CompiledSources sources = compile(
                "static void use(Filter<City> f) {}",
                "Filter<City> unknownMethod = c -> c.mayor().equals(\"x\");",
                "Filter<City> unknownName = c -> c.name().equals(nothing);",
                "Filter<City> wrongType = c -> c.population();",
                "Filter<Town> unknownRecord = c -> c.name().isEmpty();",
                "{ use(c -> c.name().startsWith(5)); undefined(c -> c.x()); }");

        assertThat(sources.errors())
                .isNotEmpty()
                .noneSatisfy(error -> assertThat(error.message()).contains("[QC"));
    }

    @Test
    void aLambdaOnATypeVariableIsRefusedWithTheWayOut() {
        String[] body = {
            "static <T> void use(Filter<T> f) {}",
            "static <T> void generic(Filter<? super T> f) {",
            "    Main.<T>use(c -> c.hashCode() == 1);",
            "}",
            "Filter<String> text = s -> s.isEmpty();",
            "@SuppressWarnings(\"rawtypes\") Filter raw = c -> c == null;",
        };

        CompiledSources sources = compile(body);

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(4L, 6L, 7L);
        assertThat(sources.errors())
                .allSatisfy(error -> assertThat(error.message()).contains("[QC5002]", "take a ready Filter<T>"));
        assertThat(sources.errors().get(1).message()).contains("'String' is not a record");
    }

    @Test
    void aBoundedTypeVariableIsItsBound() {
        CompiledSources sources = compile(
                "static Filter<? super City> lower() { Filter<? super City> f = c -> c.population() > 1; return f; }",
                "static Filter<? extends City> upper() { Filter<? extends City> f = c -> c.population() > 2; return f; }",
                "static <T extends City> Filter<T> bounded() { return c -> c.population() > 3; }");

        assertThat(sources.orFail().errors()).isEmpty();
        List<String> texts = Arrays.asList("lower", "upper", "bounded").stream()
                .map(name -> Lambdas.text(sources, "app.Main", Lambdas.get(sources, name)))
                .toList();
        assertThat(texts)
                .containsExactly("c -> c.population() > 1", "c -> c.population() > 2", "c -> c.population() > 3");
    }

    @Test
    void anErrorBehindAUnicodeEscapeStandsAtItsToken() {
        String[] body = {"Filter<City> filter = c -> c.\\u006eame().isEmpty() && c.region().isEmpty();"};

        CompiledSources sources = compile(body);

        assertThat(sources.errors()).hasSize(1);
        assertThat(at(sources.errors().get(0), body)).startsWith(".region()");
    }

    @Test
    void aReferenceToAMethodThatIsNoComponentIsRefusedWithTheWayOut() {
        CompiledSources sources = compile(
                "static boolean large(City c) { return true; }",
                "Filter<City> own = Main::large;",
                "Filter<City> known = java.util.Objects::nonNull;",
                "static Filter<City> bound(City other) { return other::equals; }");

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(3L, 4L, 5L);
        assertThat(sources.errors())
                .allSatisfy(error -> assertThat(error.message())
                        .contains("[QC3001]", "names a boolean component of 'City'", "DB.scan(store, predicate)"));
        assertThat(sources.errors().get(0).message()).contains("the code of 'Main::large' is not known here");
    }

    @Test
    void theComponentsAreNamedAsAReferenceNamesThem() {
        CompiledSources sources = CompiledSources.into(directory)
                .source("app/Named.java", "package app; public interface Named { String label(); }")
                .source(
                        "app/Town.java",
                        "package app; public record Town(String name, int size) implements Named {"
                                + " @Override public String label() { return name; } }")
                .source(
                        "app/Main.java",
                        "package app; import dev.quarry.*; class Main {\n Field<Town, String> one = Named::label;\n"
                                + " Field<Town, String> two = Town::toString;\n"
                                + " Field<Town, String> three = t -> t.toString();\n}")
                .processor(Lambdas.processor())
                .compile();

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(2L, 3L, 4L);
        assertThat(sources.errors().get(0).message()).contains("name one of the components: Town::name, Town::size");
        assertThat(sources.errors().get(1).message()).contains("name one of the components: Town::name, Town::size");
        assertThat(sources.errors().get(2).message()).contains("name one of the components: t.name(), t.size()");
    }

    /** What a class of that name does is not known, though the JDK's has such a method, too. */
    @Test
    void aClassOfTheUsersIsNotTheOneOfTheJdk() {
        String[] body = {
            "static class Character { static boolean isDigit(char c) { return true; } }",
            "Filter<City> filter = c -> java.util.Optional.of(c.name().charAt(0)).map(Character::isDigit).orElse(false);",
            "Filter<City> own = c -> java.util.Optional.of(c.name().charAt(0)).map(java.lang.Character::isDigit)"
                    + ".orElse(false);",
        };

        CompiledSources sources = compile(body);

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(3L);
        assertThat(sources.errors().get(0).message()).contains("[QC3001]");
    }

    @Test
    void aCollectionThatCanHoldOtherThingsIsRefused() {
        CompiledSources sources = compile(
                "static Filter<City> list(java.util.List<? super Integer> s) { return c -> s.contains(c.population()); }",
                "static Filter<City> map(java.util.Map<String, ? super Integer> m) {",
                "    return c -> java.util.Objects.equals(m.get(c.name()), c.population()); }");

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(2L, 4L);
        assertThat(sources.errors())
                .allSatisfy(error -> assertThat(error.message()).contains("Object"));
    }

    @Test
    void aFieldOfAnObjectAroundIsRefusedWithTheWayOut() {
        CompiledSources sources = compile(
                "int limit = 3;", "class Inner { Filter<City> filter = c -> c.population() > Main.this.limit; }");

        assertThat(sources.errors()).hasSize(1);
        assertThat(sources.errors().get(0).message())
                .contains("[QC2005]", "int limit = Main.this.limit; before the query, and use limit");
    }

    @Test
    void aPrivateFieldInASubclassIsThatOfTheObjectAround() {
        CompiledSources sources = compile(
                "private final int min; Main(int min) { this.min = min; }",
                "Filter<City> filter() { return c -> c.population() >= min; }",
                "Main stricter() { return new Main(min + 10) {",
                "    @Override Filter<City> filter() { return c -> c.population() >= min; } }; }");

        assertThat(sources.errors()).extracting(Problem::line).containsExactly(5L);
        assertThat(sources.errors().get(0).message())
                .contains("[QC2005]", "int min = Main.this.min; before the query, and use min");
    }

    @Test
    void aClassThatIsTooLargeHasNoFaultOfTheCompilerBesides() {
        String statement = "x = x * 3 + 123456; ";
        CompiledSources sources = compile(
                "Filter<City> filter = c -> c.population() > 1000;",
                "static void large(int x) { " + statement.repeat(12_000) + " }");

        assertThat(sources.errors())
                .anySatisfy(error -> assertThat(error.message()).contains("code too large"))
                .noneSatisfy(error -> assertThat(error.message()).contains("QC9000"));
    }

    @Test
    void aFaultOfTheCompilerIsAnErrorAtTheLambdaAndNoCrash() {
        CompiledSources sources = Lambdas.city(directory, "class Main {\n Filter<City> f = c -> c.capital();\n}")
                .processor(new FilterProcessor(source -> {
                    throw new UnsupportedOperationException("broken on purpose");
                }))
                .compile();

        assertThat(sources.errors()).hasSize(1);
        assertThat(sources.errors().get(0).message()).contains("[QC9000]", "broken on purpose");
        assertThat(sources.errors().get(0).line()).isEqualTo(4);
    }
}
