package dev.quarry.query.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void literalsHaveTheValuesThatJavacGivesThem() {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("2147483647", 2147483647),
                Map.entry("-2147483648", -2147483648),
                Map.entry("0xFFFF_FFFF", 0xFFFF_FFFF),
                Map.entry("0b101", 0b101),
                Map.entry("017", 017),
                Map.entry("0", 0),
                Map.entry("1_000", 1_000),
                Map.entry("-9223372036854775808L", -9223372036854775808L),
                Map.entry("0x8000000000000000l", 0x8000000000000000L),
                Map.entry("1e3", 1e3),
                Map.entry("0x1.8p1", 0x1.8p1),
                Map.entry(".5d", .5d),
                Map.entry("\"a\\tb\\\"\\\\\\101\\s\"", "a\tb\"\\\101\s"),
                Map.entry("\"\\u00e9\\\\u0041\"", "\u00e9\\u0041"),
                Map.entry("\"😀\"", "😀"),
                Map.entry("\"\"\"\n    a\n      b\\n\n    \"\"\"", "a\n  b\n\n"),
                Map.entry("true", true));

        values.forEach(
                (written, value) -> assertThat(literal(written)).as(written).isEqualTo(value));
    }

    @Test
    void aNumberThatDoesNotFitIsRefusedWhereItStands() {
        Parsed parsed = LambdaParser.parse("u -> u.age() > 2147483648");

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Failure.class,
                        failure ->
                                assertThat(failure.diagnostic().span().start()).isEqualTo(15));
    }

    @Test
    void spansCountCharsAcrossLinesAndAstralCharacters() {
        String text = "u -> u.name().equals(\"😀\")\r\n    && u.x()";
        Parsed.Tree tree = (Parsed.Tree) LambdaParser.parse(text);
        Expr.Binary and = (Expr.Binary) ((Source.Lambda) tree.source()).body();

        assertThat(and.right().span().of(text)).isEqualTo("u.x()");
        assertThat(and.left().span().of(text)).isEqualTo("u.name().equals(\"😀\")");
    }

    private static Object literal(String written) {
        Parsed.Tree tree = (Parsed.Tree) LambdaParser.parse("u -> " + written);
        return ((Expr.Literal) ((Source.Lambda) tree.source()).body()).value();
    }
}
