package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.LambdaSource;
import dev.quarry.query.QueryCompiler;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.symbol.Symbol.CapturedVariable;
import dev.quarry.query.symbol.Symbol.ConstantVariable;
import dev.quarry.query.symbol.Symbol.InstanceField;
import dev.quarry.query.symbol.Symbol.StaticFinalField;
import dev.quarry.query.symbol.Symbol.TypeName;
import dev.quarry.query.symbol.Symbol.Unusable;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names inside a lambda mean what javac says they mean. */
class JavaSymbolsTest {
    private static final Pattern DOTTED_NAME = Pattern.compile("[a-zA-Z_][\\w.]*");

    @TempDir
    Path directory;

    /** The symbols of a lambda that compares everything in sight. */
    private Map<String, Symbol> symbols(String members, String before, String lambda) {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        Lambdas.city(directory, """
                import java.util.*;
                import java.time.Instant;
                @SuppressWarnings({"rawtypes", "unchecked"})
                class Main {
                    %s
                    <T extends String, L extends List<T>> Filter<City> filter(T t, L l) {
                        %s
                        return %s;
                    }
                }
                """.formatted(members, before, lambda))
                .processor(new FilterProcessor(source -> {
                    collect(source, symbols);
                    return new QueryCompiler().compile(source);
                }))
                .compile();
        return symbols;
    }

    private static void collect(LambdaSource source, Map<String, Symbol> symbols) {
        DOTTED_NAME
                .matcher(source.text())
                .results()
                .forEach(name -> source.symbols()
                        .lookUp(name.group(), new SourceSpan(name.start(), name.end()))
                        .ifPresent(symbol -> symbols.put(name.group(), symbol)));
    }

    private Type type(String declaration) {
        Symbol symbol = symbols(
                        "enum E { A { }, B } record R(int x) {} record Bad(java.math.BigInteger big) {}",
                        declaration + " x = null;",
                        "c -> Objects.equals(c, x)")
                .get("x");
        return ((CapturedVariable) symbol).type();
    }

    @Test
    void aNameStandsForAVariableAConstantAFieldOrAType() {
        Map<String, Symbol> symbols = symbols(
                """
                static final int FIXED = 5; static final Integer BOXED = 6; static int open = 7; int own = 8;
                final int always = 9; Main other; enum Status { OPEN } static final char LETTER = 'x';
                """,
                "int local = open; final int known = 3; final String text = \"a\" + 1; int effectively = 4;",
                "c -> Objects.hash(local, known, text, effectively, FIXED, Main.FIXED, BOXED, open, own, this.own,"
                        + " always, other.own, Status.OPEN, Main.Status.OPEN, LETTER, this, Math.PI) == c.population()");

        Type number = new Type.Scalar(ScalarKind.INT, false);
        assertThat(symbols)
                .containsEntry("local", new CapturedVariable("local", number))
                .containsEntry("known", new ConstantVariable("known", number, 3))
                .containsEntry("text", new ConstantVariable("text", new Type.Scalar(ScalarKind.STRING, false), "a1"))
                .containsEntry("effectively", new CapturedVariable("effectively", number))
                .containsEntry("FIXED", new ConstantVariable("FIXED", number, 5))
                .containsEntry("Main.FIXED", new ConstantVariable("FIXED", number, 5))
                .containsEntry(
                        "BOXED", new StaticFinalField("app.Main", "BOXED", new Type.Scalar(ScalarKind.INT, true)))
                .containsEntry("always", new ConstantVariable("always", number, 9))
                .containsEntry(
                        "Status.OPEN",
                        new StaticFinalField("app.Main$Status", "OPEN", new Type.EnumType("app.Main$Status")))
                .containsEntry(
                        "Main.Status.OPEN",
                        new StaticFinalField("app.Main$Status", "OPEN", new Type.EnumType("app.Main$Status")))
                .containsEntry("LETTER", new ConstantVariable("LETTER", new Type.Scalar(ScalarKind.CHAR, false), 'x'))
                .containsEntry(
                        "Math.PI", new ConstantVariable("PI", new Type.Scalar(ScalarKind.DOUBLE, false), Math.PI));
        assertThat(symbols.get("own")).isEqualTo(new InstanceField("app.Main", "own", Types.INT));
        assertThat(symbols.get("this.own")).isEqualTo(new InstanceField("app.Main", "own", Types.INT));
        assertThat(symbols.get("other.own")).isEqualTo(unusable("own", "field 'own' of 'other'", "other.own"));
        assertThat(symbols.get("open"))
                .isEqualTo(unusable("open", "static field 'open' of 'Main', which is not final", "Main.open"));
        assertThat(symbols.get("this")).isInstanceOf(Unusable.class);
        assertThat(symbols).doesNotContainKeys("c", "c.population", "Objects.hash");
    }

    private static Unusable unusable(String name, String description, String path) {
        return new Unusable(name, description, "int %s = %s; before the query, and use %s".formatted(name, path, name));
    }

    @Test
    void theReceiverOfAStaticCallIsAType() {
        assertThat(symbols("", "", "c -> Objects.equals(c.name(), Map.Entry.comparingByKey())"))
                .isEmpty();
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        Lambdas.city(directory, "class Main { Filter<City> f = c -> java.util.Objects.equals(c.name(), null); }")
                .processor(new FilterProcessor(source -> {
                    String name = "java.util.Objects";
                    int at = source.text().indexOf(name);
                    source.symbols()
                            .lookUp(name, new SourceSpan(at, at + name.length()))
                            .ifPresent(symbol -> symbols.put(name, symbol));
                    return new QueryCompiler().compile(source);
                }))
                .compile();
        assertThat(symbols).containsEntry("java.util.Objects", new TypeName("java.util.Objects"));
    }

    @Test
    void typesOfCapturedVariablesAreThoseOfTheQueryLanguage() {
        Type text = new Type.Scalar(ScalarKind.STRING, false);
        assertThat(type("Integer")).isEqualTo(new Type.Scalar(ScalarKind.INT, true));
        assertThat(type("Boolean")).isEqualTo(new Type.Scalar(ScalarKind.BOOLEAN, true));
        assertThat(type("Instant")).isEqualTo(new Type.Scalar(ScalarKind.INSTANT, false));
        assertThat(type("UUID")).isEqualTo(new Type.Scalar(ScalarKind.UUID, false));
        assertThat(type("E")).isEqualTo(new Type.EnumType("app.Main$E"));
        assertThat(type("T")).isEqualTo(text);
        assertThat(type("L")).isEqualTo(new Type.CollectionOf("List", text));
        assertThat(type("List<String>")).isEqualTo(new Type.CollectionOf("List", text));
        assertThat(type("ArrayList<? extends String>")).isEqualTo(new Type.CollectionOf("List", text));
        assertThat(type("TreeSet<Integer>"))
                .isEqualTo(new Type.CollectionOf("Set", new Type.Scalar(ScalarKind.INT, true)));
        assertThat(type("Deque<E>")).isEqualTo(new Type.CollectionOf("Collection", new Type.EnumType("app.Main$E")));
        assertThat(type("List")).isEqualTo(new Type.CollectionOf("List", new Type.Other("Object")));
        assertThat(type("HashMap<String, Long>")).isEqualTo(new Type.MapOf(new Type.Scalar(ScalarKind.LONG, true)));
        assertThat(type("Map<Integer, String>")).isEqualTo(new Type.Other("Map<Integer, String>"));
        assertThat(type("R")).isInstanceOf(Type.RecordOf.class);
        assertThat(type("Bad")).isEqualTo(new Type.Other("Bad"));
        assertThat(type("int[]")).isEqualTo(new Type.Other("int[]"));
        assertThat(type("Short")).isEqualTo(new Type.Scalar(ScalarKind.SHORT, true));
    }

    @Test
    void aWildcardIsWhatItsValuesCanBe() {
        Type object = new Type.Other("Object");
        Type text = new Type.Scalar(ScalarKind.STRING, false);
        assertThat(type("List<? super Long>")).isEqualTo(new Type.CollectionOf("List", object));
        assertThat(type("Set<?>")).isEqualTo(new Type.CollectionOf("Set", object));
        assertThat(type("HashMap<String, ? super Long>")).isEqualTo(new Type.MapOf(object));
        assertThat(type("Map<? super String, Long>")).isInstanceOf(Type.Other.class);
        assertThat(type("Map<? extends String, ? extends String>")).isEqualTo(new Type.MapOf(text));
    }

    /** What {@code own} is in the lambda of such classes. */
    private Symbol own(String classes) {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        Lambdas.city(directory, classes)
                .source("other/Between.java", "package other; public class Between extends app.Main {}")
                .processor(new FilterProcessor(source -> {
                    collect(source, symbols);
                    return new QueryCompiler().compile(source);
                }))
                .compile();
        return Objects.requireNonNullElseGet(symbols.get("own"), () -> symbols.get("super.own"));
    }

    @Test
    void aFieldThatASubclassDoesNotInheritIsThatOfTheObjectAround() {
        String anonymous = "public class Main { %s int own; Object o() { return new Main() { Filter<City> f ="
                + " c -> c.population() > own; }; } }";
        assertThat(own(anonymous.formatted("private")))
                .isEqualTo(unusable("own", "field 'own' of 'Main.this'", "Main.this.own"));
        assertThat(own(anonymous.formatted(""))).isEqualTo(new InstanceField("app.Main", "own", Types.INT));
        assertThat(own("public class Main { int own; class Inner extends other.Between { Filter<City> f ="
                        + " c -> c.population() > own; } }"))
                .isEqualTo(unusable("own", "field 'own' of 'Main.this'", "Main.this.own"));
        assertThat(own(
                        "public class Main { private int own; class Inner extends Main { class Innermost { Filter<City> f ="
                                + " c -> c.population() > own; } } }"))
                .isEqualTo(unusable("own", "field 'own' of 'Main.this'", "Main.this.own"));
        assertThat(own("public class Main { int own; class Inner extends Main { class Innermost { Filter<City> f ="
                        + " c -> c.population() > own; } } }"))
                .isEqualTo(unusable("own", "field 'own' of 'Inner.this'", "Inner.this.own"));
        assertThat(own("public class Main { private int own; class Inner extends Main { Filter<City> f ="
                        + " c -> c.population() > super.own; } }"))
                .isEqualTo(new InstanceField("app.Main", "own", Types.INT));
    }
}
