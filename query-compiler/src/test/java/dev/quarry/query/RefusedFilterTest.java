package dev.quarry.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilterTest {
    /** The codes of what Java has and queries have not: there is always something else to write. */
    private static final Set<DiagnosticCode> HELPED = EnumSet.of(
            DiagnosticCode.WRONG_TYPE,
            DiagnosticCode.MAY_BE_NULL,
            DiagnosticCode.NO_TRANSLATION,
            DiagnosticCode.REFERENCE_COMPARISON);

    private static final String TEST = " != null && ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        u -> u.region().startsWith("A") ; QC2007 ; u.region()
        u -> u.score() > 3 ; QC2007 ; u.score()
        u -> u.known() ; QC2007 ; u.known()
        u -> u.second().city().isEmpty() ; QC2007 ; u.second()
        u -> u.second() != null && u.second().zip().isEmpty() ; QC2007 ; u.second().zip()
        u -> u.region() == null && u.region().isEmpty() ; QC2007 ; u.region()
        u -> u.region() != null || u.region().isEmpty() ; QC2007 ; u.region()
        u -> u.naem().isEmpty() ; QC2002 ; naem
        u -> u.home().street().isEmpty() ; QC2002 ; street
        u -> u.name().equals(nothing) ; QC2001 ; nothing
        u -> u.name().matches("X.*") ; QC3001 ; matches
        u -> u.name().toUpperCase(locale).equals("X") ; QC3001 ; toUpperCase
        u -> Math.abs(u.age()) > 1 ; QC2001 ; Math
        u -> check(u.age()) ; QC3001 ; check
        u -> u.name() == text ; QC3002 ; u.name() == text
        u -> u.boxed() != u.score() ; QC3002 ; u.boxed() != u.score()
        u -> u.seen() == moment ; QC3002 ; u.seen() == moment
        u -> u.boxed().equals(u.big()) ; QC2003 ; u.boxed().equals(u.big())
        u -> u.name().equals(u.status()) ; QC2003 ; u.name().equals(u.status())
        u -> u.tags().contains(min) ; QC2003 ; min
        u -> u.tags().indexOf(min) > 0 ; QC2003 ; min
        u -> u.tags().containsAll(ids) ; QC2003 ; ids
        u -> u.tags().containsAll(text) ; QC2003 ; text
        u -> u.tags().get(text) ; QC2003 ; text
        u -> u.labels().containsKey(min) ; QC2003 ; min
        u -> u.labels().getOrDefault("a", min) == null ; QC2003 ; min
        u -> u.labels().getOrDefault("a", u.region()).isEmpty() ; QC2007 ; u.labels().getOrDefault("a", u.region())
        u -> u.labels().get("a").isEmpty() ; QC2007 ; u.labels().get("a")
        u -> ids.get(u.age()) > 1 ; QC3001 ; get
        u -> u.tags().equals(u.tags()) ; QC3001 ; equals
        u -> u.name().compareTo(text) + 0 == 0 ; QC3001 ; compareTo
        u -> u.age() > limit ; QC2005 ; limit
        u -> u.seen().equals(date) ; QC2005 ; date
        u -> u.age() ; QC2003 ; u.age()
        u -> u.active() && u.name() ; QC2003 ; u.name()
        u -> u.name ; QC1001 ; u.name
        u -> (u.active() ? u.name() : u.age()) == null ; QC2003 ; u.active() ? u.name() : u.age()
        u -> (u.active() ? u.region() : text).isEmpty() ; QC2007 ; u.active() ? u.region() : text
        u -> (u.size() & 1) == 2 ; QC2003 ; u.size() & 1
        u -> u.name() instanceof String ; QC1001 ; u.name() instanceof String
        u -> u.name().isEmpty() || new String().isEmpty() ; QC1001 ; new String()
        'u -> { int x = 1; x++; return u.age() > x; }' ; QC1001 ; x++
        'u -> { for (;;) { return u.age() > 1; } }' ; QC1001 ; 'for (;;) { return u.age() > 1; }'
        'u -> { u.tags().clear(); return true; }' ; QC1001 ; u.tags().clear()
        'u -> { int n = u.score(); return n > 1; }' ; QC2007 ; u.score()
        'u -> { String r = u.region(); return r.isEmpty(); }' ; QC2007 ; r
        'u -> { if (u.region() == null) { return u.region().isEmpty(); } return true; }' ; QC2007 ; u.region()
        'u -> switch (u.region()) { case "a" -> true; default -> false; }' ; QC2007 ; u.region()
        'u -> switch (u.big()) { case 1 -> true; default -> false; }' ; QC2003 ; u.big()
        u -> Objects.requireNonNullElse(u.region(), u.second().zip()).isEmpty() ; QC2007 ; u.second()
        u -> Objects.isNull(u.age()) ; QC2003 ; Objects.isNull(u.age())
        u -> Objects.requireNonNullElse(u.score(), u.big()).equals(5L) ; QC2003 ; Objects.requireNonNullElse(u.score(), u.big())
        u -> (u.active() ? Objects.requireNonNull(u.score()) : u.big()) > 1 ; QC2003 ; u.active() ? Objects.requireNonNull(u.score()) : u.big()
        'u -> Objects.equals(switch (u.age()) { case 1 -> 1; default -> u.big(); }, u.score())' ; QC2003 ; 'switch (u.age()) { case 1 -> 1; default -> u.big(); }'
        'u -> u.nick().map(x -> { if (u.active()) { return 1; } return 2L; }).isEmpty()' ; QC2003 ; 'if (u.active()) { return 1; }'
        u -> Objects.hash(u.age()) > 1 ; QC3001 ; hash
        u -> u.nick() == Optional.<String>empty() ; QC3002 ; u.nick() == Optional.<String>empty()
        u -> u.nick() != u.nick() ; QC3002 ; u.nick() != u.nick()
        u -> Optional.ofNullable(u.score()).get() == u.boxed() ; QC3002 ; Optional.ofNullable(u.score()).get() == u.boxed()
        u -> Objects.requireNonNull(u.score()) != u.boxed() ; QC3002 ; Objects.requireNonNull(u.score()) != u.boxed()
        u -> Objects.requireNonNullElse(u.score(), u.boxed()) == u.boxed() ; QC3002 ; Objects.requireNonNullElse(u.score(), u.boxed()) == u.boxed()
        u -> Optional.ofNullable(u.score()).orElse(1) == u.boxed() ; QC3002 ; Optional.ofNullable(u.score()).orElse(1) == u.boxed()
        u -> Optional.ofNullable(u.score()).filter(v -> v == u.boxed()).isPresent() ; QC3002 ; v == u.boxed()
        u -> Optional.ofNullable(u.weight()).filter(v -> v != v).isPresent() ; QC3002 ; v != v
        u -> Optional.ofNullable(u.known()).filter(v -> v == Objects.requireNonNull(u.known())).isPresent() ; QC3002 ; v == Objects.requireNonNull(u.known())
        'u -> { var v = Objects.requireNonNull(u.score()); return v == u.boxed(); }' ; QC3002 ; v == u.boxed()
        'u -> { Integer v = Objects.requireNonNull(u.score()); return v == u.boxed(); }' ; QC3002 ; v == u.boxed()
        u -> (u.active() ? Optional.ofNullable(u.score()).get() : u.boxed()) == u.boxed() ; QC3002 ; (u.active() ? Optional.ofNullable(u.score()).get() : u.boxed()) == u.boxed()
        'u -> { Integer v = u.active() ? Optional.ofNullable(u.score()).get() : u.boxed(); return v == u.boxed(); }' ; QC3002 ; v == u.boxed()
        u -> u.nick().equals(u.name()) ; QC2003 ; u.nick().equals(u.name())
        u -> Objects.equals(u.name(), u.nick()) ; QC2003 ; Objects.equals(u.name(), u.nick())
        u -> u.name().equals(u.nick()) ; QC2003 ; u.name().equals(u.nick())
        u -> Optional.of(u.nick()).isPresent() ; QC3001 ; of
        u -> Optional.ofNullable(u.nick()).isPresent() ; QC3001 ; ofNullable
        u -> u.nick().map(x -> u.nick()).isPresent() ; QC3001 ; map
        u -> u.tags().contains(u.nick()) ; QC2003 ; u.nick()
        u -> u.tags().indexOf(u.nick()) > 0 ; QC2003 ; u.nick()
        u -> u.labels().containsKey(u.nick()) ; QC2003 ; u.nick()
        u -> u.labels().containsValue(u.nick()) ; QC2003 ; u.nick()
        u -> u.labels().get(u.nick().filter(x -> x.isEmpty())) == null ; QC2003 ; u.nick().filter(x -> x.isEmpty())
        u -> (u.active() ? null : u.nick()) == null ; QC2003 ; u.active() ? null : u.nick()
        u -> ("" + u.spare()).isEmpty() ; QC3001 ; "" + u.spare()
        u -> u.spare().toString().isEmpty() ; QC3001 ; toString
        u -> u.spare().equals(u.spare()) ; QC3001 ; equals
        """)
    void theCodeAndTheTokenAreNamed(String text, String code, String token) {
        assertThat(diagnostics(text)).anySatisfy(diagnostic -> {
            assertThat(diagnostic.code().id()).isEqualTo(code);
            assertThat(diagnostic.span().of(text)).isEqualTo(token);
        });
        assertThat(diagnostics(text))
                .filteredOn(diagnostic -> HELPED.contains(diagnostic.code()))
                .allSatisfy(diagnostic -> assertThat(diagnostic.help()).isNotEmpty());
    }

    @Test
    void valuesOfVariablesThatMultiplyAreRefusedWhereTheyShow() {
        String doubled = "n = n ^ (n >>> 1); ";
        String text = "u -> { int n = u.age(); %s return n > 1; }";
        String tooLarge = text.formatted(doubled.repeat(40));

        assertThat(compiles(text.formatted(doubled.repeat(8)))).isTrue();
        assertThat(compiles(text.formatted("n = n + 1; ".repeat(300)))).isTrue();
        assertThat(diagnostics(tooLarge)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code().id()).isEqualTo("QC3001");
            assertThat(diagnostic.span().of(tooLarge)).isEqualTo("n");
            assertThat(diagnostic.what()).isEqualTo("the value of 'n' becomes too large for SQL");
        });
    }

    @Test
    void theHelpForANullableComponentCompiles() {
        for (String text : List.of(
                "u -> u.region().startsWith(\"A\")",
                "u -> u.active() && u.region().isEmpty()",
                "u -> u.active() || !u.region().isEmpty()",
                "u -> u.known()",
                "u -> u.second().city().isEmpty()",
                "u -> u.second() != null && u.second().zip().isEmpty()",
                "u -> u.region() == null && u.region().isEmpty()",
                "u -> (u.active() ? u.region() : text).isEmpty()",
                "u -> u.labels().get(\"a\").isEmpty()",
                "u -> u.labels().getOrDefault(\"a\", u.region()).isEmpty()",
                "u -> Objects.requireNonNullElse(u.region(), u.second().zip()).isEmpty()",
                "u -> switch (u.region()) { case \"a\" -> true; default -> false; }",
                "u -> u.active() ? true : u.region().isEmpty()",
                "u -> u.active() && (u.age() > 1 ? u.score() > 1 : u.age() > 2)",
                "u -> u.active() ^ u.known()",
                "u -> !u.known()",
                "u -> u.active() == (u.score() > 1)",
                "u -> u.score() * 2 > u.age()")) {
            Diagnostic refusal = diagnostics(text).get(0);
            assertThat(refusal.help()).as(text).isNotEmpty();
            String guarded = inPlace(text, refusal.help().get(0));
            assertThat(Sample.filter(guarded)).as(guarded).isInstanceOf(CompilationResult.Compiled.class);
        }
    }

    /** The help is the condition behind a test: it stands for that condition, which may be a part of the lambda. */
    private static String inPlace(String text, String help) {
        String behind = help.substring(help.indexOf(TEST) + TEST.length());
        String condition = text.contains(behind) ? behind : behind.substring(1, behind.length() - 1);
        assertThat(text).contains(condition);
        return text.replace(condition, help);
    }

    @Test
    void theHelpForAReferenceComparisonCompiles() {
        Diagnostic refusal = diagnostics("u -> u.name() != text").get(0);

        assertThat(refusal.help()).containsExactly("!u.name().equals(text)");
        for (String text : List.of(
                "u -> u.name() != text",
                "u -> u.region() == text",
                "u -> text == u.region()",
                "u -> u.labels().get(\"a\") != text",
                "u -> u.boxed() == u.score()",
                "u -> u.name() + text == text",
                "u -> u.nick() != Optional.<String>empty()",
                "u -> u.nick() == u.nick()",
                "u -> (u.active() ? u.nick() : Optional.<String>empty()) == u.nick()",
                "u -> (u.active() ? u.name() : text) == text",
                "u -> (u.active() ? u.region() : text) == text")) {
            String help = diagnostics(text).get(0).help().get(0);
            assertThat(Sample.filter("u -> " + help)).as(help).isInstanceOf(CompilationResult.Compiled.class);
        }
    }

    @Test
    void theHelpForAMethodReferenceIsALambda() {
        String help = diagnostics("User::known").get(0).help().get(0);

        assertThat(help).isEqualTo("record -> record.known() != null && record.known()");
        assertThat(Sample.filter(help)).isInstanceOf(CompilationResult.Compiled.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        u -> u.nick().isPresent() && u.nick().get() == text ; u.nick().get().equals(text)
        u -> u.home() == u.second() ; compare what is inside one by one, or test the record in the program: DB.scan(store, predicate)
        u -> u.tags() == u.tags() ; compare what is inside one by one, or test the record in the program: DB.scan(store, predicate)
        u -> u.status().toString().isEmpty() ; use name(), or test the record in the program with DB.scan
        u -> Objects.hash(u.age()) > 1 ; test the record in the program: DB.scan(store, predicate)
        u -> Objects.hash(min) > 1 ; compute it before the lambda and capture the result
        u -> u.name().getBytes().length > 1 ; use charAt, substring or length
        u -> List.of("a", "b").contains(u.name()) ; make it before the lambda and capture it
        """)
    void theHelpSaysWhatCanBeDone(String text, String help) {
        assertThat(diagnostics(text).get(0).help()).containsExactly(help);
    }

    @Test
    void aMisspeltComponentIsGuessed() {
        assertThat(diagnostics("u -> u.naem().isEmpty()").get(0).help()).containsExactly("name()");
    }

    @Test
    void severalErrorsAreReportedTogether() {
        assertThat(diagnostics("u -> u.region().isEmpty() || u.naem().isEmpty()"))
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("QC2007", "QC2002");
    }

    @Test
    void theFirstLineStandsAloneAndTheRestIsIndented() {
        assertThat(diagnostics("u -> u.region().startsWith(\"Att\")").get(0).render())
                .isEqualTo("""
                    [QC2007] 'region' may be null
                      help: u.region() != null && u.region().startsWith("Att")\
                    """);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000})
    void aLambdaThatIsNestedTooDeeplyIsRefusedNotThrown(int tests) {
        String text = "u -> u.age() == 1" + " || u.age() == 2".repeat(tests);

        assertThat(diagnostics(text)).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(DiagnosticCode.NO_TRANSLATION);
            assertThat(refusal.help()).singleElement().asString().contains("and(…) and or(…)");
        });
    }

    @Test
    void aTextThatIsNoJavaIsRefusedNotThrown() {
        assertThat(diagnostics("u -> u.age( > 1"))
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("QC1002");
    }

    @Test
    void aFieldIsAccessorsAndNothingElse() {
        CompilationResult computed = Sample.field("u -> u.age() + 1");

        assertThat(computed)
                .isInstanceOfSatisfying(
                        CompilationResult.Rejected.class,
                        rejected -> assertThat(rejected.diagnostics().get(0).render())
                                .startsWith("[QC2003] this is not a component of the record"));
    }

    private static boolean compiles(String text) {
        return Sample.filter(text) instanceof CompilationResult.Compiled;
    }

    private static List<Diagnostic> diagnostics(String text) {
        CompilationResult result = Sample.filter(text);
        assertThat(result).as(text).isInstanceOf(CompilationResult.Rejected.class);
        return ((CompilationResult.Rejected) result).diagnostics();
    }

    /** Then Java takes the other one out of its box (JLS 15.21.1). */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "u -> Optional.ofNullable(u.score()).filter(v -> v == u.age()).isPresent()",
                "u -> Optional.ofNullable(u.score()).orElse(0) == 3",
                "u -> Objects.requireNonNull(u.score()) == u.big()",
                "u -> Objects.requireNonNull(u.known()) == u.active()",
                "u -> { int v = Objects.requireNonNull(u.score()); return v == u.boxed(); }",
                "u -> Objects.requireNonNullElse(u.score(), u.boxed()) + 0 == u.boxed()"
            })
    void aBoxNextToAPrimitiveIsComparedByItsValue(String lambda) {
        assertThat(Sample.filter(lambda)).isInstanceOf(CompilationResult.Compiled.class);
    }
}
