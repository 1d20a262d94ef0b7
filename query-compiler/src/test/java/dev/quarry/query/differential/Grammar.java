package dev.quarry.query.differential;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes the source of boolean expressions over a {@link Probe} named {@code p} and the names of {@link Captured}. */
final class Grammar {
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");

    private Grammar() {}

    static Arbitrary<String> booleans(int depth) {
        if (depth == 0) {
            return atoms();
        }
        Arbitrary<String> smaller = booleans(depth - 1);
        Arbitrary<String> joined = Combinators.combine(smaller, Arbitraries.of("&&", "||"), smaller)
                .as((a, operator, b) -> "(" + a + " " + operator + " " + b + ")");
        Arbitrary<String> same = Combinators.combine(smaller, Arbitraries.of("==", "!="), smaller)
                .as((a, operator, b) -> "((" + a + ") " + operator + " (" + b + "))");
        Arbitrary<String> negated = smaller.map(a -> "!(" + a + ")");
        Arbitrary<String> strict = Combinators.combine(smaller, Arbitraries.of("&", "|", "^"), smaller)
                .as((a, operator, b) -> "((" + a + ") " + operator + " (" + b + "))");
        Arbitrary<String> chosen =
                Combinators.combine(atoms(), smaller, smaller).as((c, a, b) -> "((" + c + ") ? " + a + " : " + b + ")");
        return Arbitraries.frequencyOf(
                Tuple.of(1, strict),
                Tuple.of(1, chosen),
                Tuple.of(5, joined),
                Tuple.of(1, same),
                Tuple.of(2, negated),
                Tuple.of(2, atoms()));
    }

    private static Arbitrary<String> atoms() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, numberTests()),
                Tuple.of(4, textTests("p.s()")),
                Tuple.of(2, computedTexts().flatMap(Grammar::textTests)),
                Tuple.of(4, guarded()),
                Tuple.of(3, plainTests()),
                Tuple.of(2, membership()),
                Tuple.of(2, nullSafe()),
                Tuple.of(4, rare()));
    }

    private static Arbitrary<String> numberTests() {
        Arbitrary<String> operators = Arbitraries.of(COMPARISONS);
        return Arbitraries.oneOf(
                infix(ints(2), operators, ints(2)),
                infix(longs(2), operators, Arbitraries.oneOf(longs(1), ints(1))),
                infix(doubles(2), operators, doubles(1)),
                infix(doubles(1), operators, Arbitraries.oneOf(longs(1), ints(1))));
    }

    private static Arbitrary<String> infix(
            Arbitrary<String> left, Arbitrary<String> operators, Arbitrary<String> right) {
        return Combinators.combine(left, operators, right).as((a, operator, b) -> a + " " + operator + " " + b);
    }

    private static Arbitrary<String> arithmetic(Arbitrary<String> left, Arbitrary<String> right) {
        return infix(left, Arbitraries.of(ARITHMETIC), right).map(written -> "(" + written + ")");
    }

    /** Conversions, bits, {@code Math} and {@code ?:}, which all types of numbers have. */
    private static Arbitrary<String> computed(Arbitrary<String> same, boolean whole) {
        Arbitrary<String> calls = Combinators.combine(Arbitraries.of("Math.min", "Math.max"), same, same)
                .as((call, a, b) -> call + "(" + a + ", " + b + ")");
        Arbitrary<String> chosen = Combinators.combine(
                        Arbitraries.of("p.b()", "b0", "p.i() > i0", "p.i() / p.j() > 1", "p.ns() == null"), same, same)
                .as((c, a, b) -> "(" + c + " ? " + a + " : " + b + ")");
        Arbitrary<String> absolute = same.map(a -> "Math.abs(" + a + ")");
        Arbitrary<String> bits = Combinators.combine(same, Arbitraries.of("&", "|", "^"), same)
                .as((a, operator, b) -> "(" + a + " " + operator + " " + b + ")");
        Arbitrary<String> shifts = Combinators.combine(
                        same,
                        Arbitraries.of("<<", ">>", ">>>"),
                        Arbitraries.of("p.i()", "p.l()", "1", "31", "63", "i0"))
                .as((a, operator, b) -> "(" + a + " " + operator + " " + b + ")");
        return whole
                ? Arbitraries.oneOf(calls, chosen, absolute, bits, shifts, same.map(a -> "(~ " + a + ")"))
                : Arbitraries.oneOf(calls, chosen, absolute);
    }

    private static Arbitrary<String> ints(int depth) {
        Arbitrary<String> leaves = Arbitraries.of(
                "p.i()",
                "p.j()",
                "p.i()",
                "(p.bi() + 0)",
                "i0",
                "i1",
                "0",
                "1",
                "-1",
                "7",
                "2147483647",
                "-2147483648",
                "p.s().length()",
                "p.tags().size()",
                "p.home().floor()",
                "texts.size()");
        return depth == 0
                ? leaves
                : Arbitraries.frequencyOf(
                        Tuple.of(3, leaves),
                        Tuple.of(2, arithmetic(ints(depth - 1), ints(depth - 1))),
                        Tuple.of(2, computed(ints(depth - 1), true)),
                        Tuple.of(
                                1,
                                Arbitraries.oneOf(longs(depth - 1), doubles(depth - 1))
                                        .map(a -> "((int) " + a + ")")),
                        Tuple.of(1, texts().map(a -> "p.s().indexOf(" + a + ")")),
                        Tuple.of(1, computedTexts().map(a -> a + ".length()")),
                        Tuple.of(1, ints(depth - 1).map(a -> "(- " + a + ")")));
    }

    private static Arbitrary<String> longs(int depth) {
        Arbitrary<String> leaves = Arbitraries.of("p.l()", "p.l()", "l0", "3L", "-1L", "9223372036854775807L");
        return depth == 0
                ? leaves
                : Arbitraries.frequencyOf(
                        Tuple.of(3, leaves),
                        Tuple.of(2, arithmetic(longs(depth - 1), longs(depth - 1))),
                        Tuple.of(2, computed(longs(depth - 1), true)),
                        Tuple.of(
                                1,
                                Arbitraries.oneOf(ints(depth - 1), doubles(depth - 1))
                                        .map(a -> "((long) " + a + ")")),
                        Tuple.of(1, arithmetic(longs(depth - 1), ints(depth - 1))),
                        Tuple.of(1, longs(depth - 1).map(a -> "(- " + a + ")")));
    }

    private static Arbitrary<String> doubles(int depth) {
        Arbitrary<String> leaves = Arbitraries.of("p.d()", "p.d()", "d0", "d1", "0.5", "-0.0", "1e308");
        return depth == 0
                ? leaves
                : Arbitraries.frequencyOf(
                        Tuple.of(3, leaves),
                        Tuple.of(2, arithmetic(doubles(depth - 1), doubles(depth - 1))),
                        Tuple.of(2, computed(doubles(depth - 1), false)),
                        Tuple.of(
                                1,
                                Arbitraries.oneOf(ints(depth - 1), longs(depth - 1))
                                        .map(a -> "((double) " + a + ")")),
                        Tuple.of(1, arithmetic(doubles(depth - 1), longs(depth - 1))),
                        Tuple.of(1, arithmetic(doubles(depth - 1), ints(depth - 1))),
                        Tuple.of(1, doubles(depth - 1).map(a -> "(- " + a + ")")));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "p.s()", "p.home().city()", "s0", "s1", "\"a\"", "\"\"", "\"E\"", "\"😀\"", "\"\\uffff\"");
    }

    private static Arbitrary<String> computedTexts() {
        return Arbitraries.of(
                "p.s().trim()",
                "p.s().strip()",
                "p.s().toLowerCase()",
                "p.s().toUpperCase()",
                "(p.s() + s0)",
                "(p.ns() + p.s())",
                "(s1 + p.s())",
                "p.s().concat(\"a\")",
                "p.s().concat(s1)",
                "s0.concat(p.home().city())",
                "p.home().city().toLowerCase().trim()",
                "(p.b() ? p.s() : s0)");
    }

    private static Arbitrary<String> textTests(String text) {
        Arbitrary<String> calls = Combinators.combine(
                        Arbitraries.of("equals", "startsWith", "endsWith", "contains"), texts())
                .as((method, argument) -> text + "." + method + "(" + argument + ")");
        Arbitrary<String> orders = Combinators.combine(texts(), Arbitraries.of(COMPARISONS))
                .as((argument, operator) -> text + ".compareTo(" + argument + ") " + operator + " 0");
        Arbitrary<String> reversed = Combinators.combine(
                        Arbitraries.of("s0", "s1", "\"ab\""),
                        Arbitraries.of("startsWith", "endsWith", "contains", "equals"))
                .as((captured, method) -> captured + "." + method + "(" + text + ")");
        return Arbitraries.frequencyOf(
                Tuple.of(4, calls),
                Tuple.of(2, orders),
                Tuple.of(1, reversed),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                text + ".isEmpty()",
                                text + ".isBlank()",
                                text + ".equalsIgnoreCase(s0)",
                                text + ".equalsIgnoreCase(p.ns())",
                                text + ".equalsIgnoreCase(s1)")));
    }

    /** Uses of nullable components behind a test, in both polarities. */
    private static Arbitrary<String> guarded() {
        return Arbitraries.oneOf(
                guarded("p.ns()", textTests("p.ns()")),
                guarded(
                        "p.ni()",
                        infix(
                                Arbitraries.of("p.ni()", "(p.ni() + 1)", "(10 / p.ni())"),
                                Arbitraries.of(COMPARISONS),
                                ints(1))),
                guarded(
                        "p.nl()",
                        infix(Arbitraries.of("p.nl()", "(p.nl() * 3)"), Arbitraries.of(COMPARISONS), longs(1))),
                guarded(
                        "p.nd()",
                        infix(Arbitraries.of("p.nd()", "(p.nd() * 2)"), Arbitraries.of(COMPARISONS), doubles(1))),
                guarded("p.nd()", Arbitraries.of("p.nd().equals(d0)", "p.nd().equals(p.d())", "p.nd().equals(-0.0)")),
                guarded("p.nb()", Arbitraries.of("p.nb()", "p.nb() == b0", "p.nb().equals(p.b())")),
                guarded("p.nt()", Arbitraries.of("p.nt().isBefore(t0)", "p.nt().isAfter(p.t())", "p.nt().equals(t0)")),
                guarded("p.nm()", Arbitraries.of("moods.contains(p.nm())", "p.nm().equals(m0)")),
                guarded(
                        "p.away()",
                        Arbitraries.of(
                                "p.away().city().equals(s0)", "p.away().floor() / i0 > 1", "p.away().zip() == null")));
    }

    private static Arbitrary<String> guarded(String component, Arbitrary<String> uses) {
        return Combinators.combine(Arbitraries.of(true, false), uses)
                .as((positive, use) -> positive
                        ? "(" + component + " != null && " + use + ")"
                        : "(" + component + " == null || " + use + ")");
    }

    private static Arbitrary<String> plainTests() {
        return Arbitraries.of(
                "p.b()",
                "b0",
                "p.b() == b0",
                "p.t().isBefore(t0)",
                "p.t().isAfter(t0)",
                "t0.isBefore(p.t())",
                "p.t().equals(t0)",
                "p.t().compareTo(t0) <= 0",
                "p.t().compareTo(t0) == 0",
                "p.u().equals(u0)",
                "p.m() == m0",
                "p.m() != Mood.SAD",
                "p.m().equals(m0)",
                "p.nm() == m0",
                "p.nm() != Mood.CALM",
                "Mood.GLAD.equals(p.nm())",
                "p.bi().equals(p.i())",
                "p.bi().equals(n0)",
                "p.bi().compareTo(i0) > 0",
                "n0 > p.i()",
                "n0 == null",
                "s1 == null",
                "p.ns() == null",
                "p.away() != null",
                "p.tags().isEmpty()",
                "p.labels().isEmpty()",
                "p.labels().size() > 1",
                "p.home().zip() == null",
                "p.tags().size() == 2");
    }

    private static Arbitrary<String> membership() {
        return Arbitraries.of(
                "p.tags().contains(s0)",
                "p.tags().contains(s1)",
                "p.tags().contains(\"a\")",
                "p.tags().contains(p.s())",
                "p.tags().contains(p.ns())",
                "texts.contains(p.s())",
                "texts.contains(p.home().city())",
                "numbers.contains(p.i())",
                "numbers.contains(p.i() / p.j())",
                "numbers.contains(p.s().length())",
                "ids.contains(p.u())",
                "moods.contains(p.m())",
                "times.contains(p.t())",
                "longs.contains(p.l())",
                "longs.contains(p.l() * 2)");
    }

    /** What would else be hit by chance only; each is made some thirty times in 300 expressions. */
    private static Arbitrary<String> rare() {
        return Arbitraries.of(
                "(p.i() >> p.j()) < i0",
                "(p.i() >>> i1) != p.j()",
                "(p.l() >>> p.i()) > l0",
                "(p.l() << p.j()) <= l0",
                "p.s().strip().equals(s0)",
                "p.s().isBlank()",
                "p.s().toUpperCase().equals(s0)",
                "p.t().isAfter(t0)",
                "longs.contains(p.l())",
                "Objects.isNull(p.nd())",
                "Objects.nonNull(p.nb())",
                "ids.contains(p.u())",
                "times.contains(p.t())",
                "moods.contains(p.m())",
                "p.tags().isEmpty()");
    }

    private static Arbitrary<String> nullSafe() {
        return Arbitraries.of(
                "Objects.equals(p.ns(), s1)",
                "Objects.equals(p.ns(), p.s())",
                "Objects.equals(s1, p.ns())",
                "Objects.equals(p.ni(), n0)",
                "Objects.equals(p.ni(), p.bi())",
                "Objects.equals(p.ni(), p.i() / p.j())",
                "Objects.equals(p.i() % p.j(), n0)",
                "Objects.equals(p.nd(), d0)",
                "Objects.equals(p.nd(), p.d())",
                "Objects.equals(p.nt(), t0)",
                "Objects.equals(p.nt(), p.t())",
                "Objects.equals(p.nm(), m0)",
                "Objects.equals(p.nb(), b0)",
                "Objects.isNull(p.nd())",
                "Objects.nonNull(p.nb())",
                "\"a\".equals(p.ns())",
                "s1.equals(p.ns())",
                "n0.equals(p.ni())",
                "u0.equals(p.u())",
                "(s1 == null || p.s().startsWith(s1))",
                "(n0 == null || p.i() > n0)",
                "(m0 != null && p.m() == m0)");
    }
}
