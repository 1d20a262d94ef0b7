package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.PlanChange.atoms;
import static dev.quarry.query.laboratory.PlanChange.calls;
import static dev.quarry.query.laboratory.PlanChange.decided;
import static dev.quarry.query.laboratory.PlanChange.negated;
import static dev.quarry.query.laboratory.PlanChange.nodes;
import static dev.quarry.query.laboratory.PlanChange.sql;
import static dev.quarry.query.laboratory.PlanChange.total;

import dev.quarry.plan.BindOperation;
import dev.quarry.plan.Node;
import java.util.List;
import java.util.stream.Stream;

/** The planted faults, one for each trap. */
final class Faults {
    private static final String IN_ORDER = "case when {0} < {1} then -1 when {0} > {1} then 1 else 0 end";

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(numbers(), doubles(), logic(), texts(), values())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> numbers() {
        return List.of(
                Fault.of(
                        1,
                        "a sum of longs that overflows becomes a double",
                        calls("quarry_add_longs", "({0} + {1})"),
                        "(p.l() + p.k()) > l0",
                        "(p.l() + l0) < 0L"),
                Fault.of(
                        2,
                        "the smallest long divided by -1 becomes a double",
                        sql(text -> SqlText.replaceCalls(
                                SqlText.replaceCalls(text, "quarry_subtract_longs", SqlText.pattern("({0} - {1})")),
                                "quarry_divide_longs",
                                SqlText.pattern("({0} / {1})"))),
                        "(p.l() / p.k()) < l0",
                        "(p.l() / -1L) < 0L",
                        "(p.l() / -1L) == p.l()"),
                Fault.of(
                        3,
                        "a double divided by zero is NULL",
                        calls("quarry_divide_doubles", "({0} / {1})"),
                        "(p.d() / p.e()) > d0",
                        "(1.0 / p.d()) > 0.0"),
                Fault.of(
                        2,
                        "an int is not cut to 32 bits",
                        sql(text -> text.replace(" & 4294967295) - 2147483648", ") - 2147483648")),
                        "(p.i() + p.j()) > i0",
                        "(p.i() * p.j()) < 0"),
                Fault.of(
                        14,
                        "a long next to a double is not rounded",
                        sql(text -> SqlText.replaceCalls(
                                text,
                                "cast",
                                operands -> operands.get(0).endsWith(" as real")
                                        ? operands.get(0).replaceAll(" as real$", "")
                                        : "CAST(" + operands.get(0) + ")")),
                        "((double) p.l()) == p.d()",
                        "(p.l() == 9007199254740992.0)",
                        "((double) p.l()) == ((double) p.k())",
                        "(p.l() == p.e())"),
                Fault.of(
                        31,
                        "a function that fails for one record ends the query",
                        calls("quarry_abs_long", "abs({0})"),
                        "Math.abs(p.l()) > l0",
                        "Math.abs(p.k()) == p.l()"));
    }

    private static List<Fault> doubles() {
        return List.of(
                Fault.of(
                        10,
                        "% between doubles is done on whole numbers",
                        calls("mod", "({0} % {1})"),
                        "(p.d() % p.e()) < d0",
                        "(p.d() % 2.0) == -1.5"),
                Fault.of(
                        11,
                        "the sign of a negated zero is lost",
                        sql(text -> SqlText.replaceEnd(text, " * -1.0", "(- ({0}))")),
                        "(1.0 / (- p.d())) < 0.0",
                        "Double.doubleToLongBits((- p.e())) == l0"),
                Fault.of(
                        12,
                        "a stored NaN is taken for a value",
                        sql(text -> text.replaceAll("case typeof\\((\\{c:[^}]*\\})\\) when 'real' then \\1 end", "$1")),
                        "p.d() < p.e()",
                        "(p.d() + 1.0) >= p.e()"),
                Fault.of(
                        13,
                        "a comparison with NaN is neither true nor false",
                        atoms(atom -> atom.whenFalse().toString().contains("is not true")
                                ? negated(atom, "not ({T})", "({T})", atom.canThrow())
                                : atom),
                        "p.d() < p.e()",
                        "!((p.d() * d0) >= p.e())"),
                Fault.of(
                        15,
                        "rounding is SQLite's",
                        calls("quarry_math_round", "cast(round({0}) as integer)"),
                        "Math.round(p.d()) == p.l()",
                        "Math.round(p.e()) < 1L"));
    }

    private static List<Fault> logic() {
        return List.of(
                Fault.of(
                        6,
                        "false on the right hides what throws on the left of &&",
                        nodes(node ->
                                node instanceof Node.And and ? new Node.And(total(and.left()), and.right()) : node),
                        "!((p.i() / p.small() > 0) && p.b())",
                        "!(10 % p.j() > 1 && p.q())"),
                Fault.of(
                        7,
                        "true on the right hides what throws on the left of ||",
                        nodes(node -> node instanceof Node.Or or ? new Node.Or(total(or.left()), or.right()) : node),
                        "(p.i() / p.small() > 0) || p.b()",
                        "p.s().charAt(p.small()) == 'a' || p.q()".replace("'a'", "97")),
                Fault.of(
                        8,
                        "a condition that throws takes the ELSE",
                        nodes(node -> node instanceof Node.Choice choice
                                ? new Node.Choice(orElse(choice.condition()), choice.then(), choice.otherwise())
                                : node),
                        "(p.i() / p.small() > 0) ? p.b() : p.q()",
                        "(p.oi().get() > 0) ? p.b() : p.q()"),
                Fault.of(
                        30,
                        "a null in a list makes NOT IN unknown",
                        sql(text ->
                                text.replace("value from json_each(", "null union all select value from json_each(")),
                        "!(textSet.contains(p.s()))",
                        "!(ints.contains(p.i()))"),
                Fault.of(
                        32,
                        "an empty Optional's get() does not throw",
                        sql(text -> text.replaceAll("\\{c:o\\w\\} is not null", "1 = 1")),
                        "!(p.od().get() > 1.0)",
                        "p.od().orElseThrow() < p.d()"));
    }

    private static Node orElse(Node condition) {
        return total(condition) instanceof Node.Atom atom
                ? negated(atom, "({T}) is not true", "({T}) is true", false)
                : condition;
    }

    private static List<Fault> texts() {
        return List.of(
                Fault.of(
                        16,
                        "contains is LIKE",
                        sql(text ->
                                SqlText.replaceCalls(text, "instr", SqlText.pattern("({0} like '%' || {1} || '%')"))),
                        "p.s().contains(s0)",
                        "p.s().contains(\"%\")",
                        "p.r().contains(p.s())"),
                Fault.of(
                        17,
                        "a length counts code points",
                        calls("quarry_length", "length({0})"),
                        "p.s().length() == 2",
                        "p.s().length() > p.r().length()"),
                Fault.of(
                        18,
                        "texts are in the order of their code points",
                        plan -> calls("quarry_compare_texts", IN_ORDER)
                                .apply(decided(BindOperation.HAS_HIGH_CHARACTER, false)
                                        .apply(plan)),
                        "p.s().compareTo(s0) < 0",
                        "p.s().compareTo(\"\\uffff\") < 0",
                        "p.s().compareTo(p.r()) > 0"),
                Fault.of(
                        19,
                        "half a surrogate pair is bound, and becomes a question mark",
                        decided(BindOperation.IS_STORABLE, true),
                        "p.s().equals(s0)",
                        "p.r().equals(s1)"),
                Fault.of(
                        19,
                        "half a surrogate pair in a literal becomes a question mark",
                        decided(BindOperation.IS_STORABLE, true),
                        "p.s().equals(\"\\ud83d\")",
                        "\"\\ude00\".equals(p.r())"),
                Fault.of(
                        21,
                        "case is SQLite's, which knows ASCII",
                        plan -> calls("quarry_to_upper_case", "upper({0})")
                                .apply(calls("quarry_to_lower_case", "lower({0})")
                                        .apply(plan)),
                        "p.s().toLowerCase().equals(s0)",
                        "p.s().toUpperCase().equals(p.s())"),
                Fault.of(
                        22,
                        "replacing nothing does nothing",
                        calls("quarry_replace", "replace({0}, {1}, {2})"),
                        "p.s().replace(\"\", \"a\").equals(p.s())",
                        "p.s().replace(p.r(), \"E\").length() > 3"),
                Fault.of(
                        23,
                        "the last no characters are all of them",
                        sql(text -> text.replaceAll(
                                "substr\\((\\S+), length\\(\\1\\) - length\\((\\S+)\\) \\+ 1\\)",
                                "substr($1, -length($2))")),
                        "p.s().endsWith(\"\")",
                        "p.s().endsWith(s0)"));
    }

    private static List<Fault> values() {
        return List.of(
                Fault.of(
                        27,
                        "UUIDs are in the order of their bytes",
                        calls("quarry_compare_uuids", IN_ORDER),
                        "p.u().compareTo(u0) < 0",
                        "p.u().compareTo(p.id()) >= 0"),
                Fault.of(
                        33,
                        "equal boxes are the same objects up to 127",
                        sql(text ->
                                text.replaceAll("(\\{c:n?b?i\\}) = (\\S+)", "($1 = $2 and $1 between -128 and 127)")),
                        "p.bi().equals(p.i())",
                        "(p.bi() == p.i())",
                        "Objects.equals(p.bi(), ni0)"),
                Fault.of(
                        28,
                        "nanoseconds do not count",
                        sql(text -> text.replaceAll(
                                "\\((\\S+), (\\{c:\\w+#nano\\}|\\{b:\\d+\\})\\) (<|>|<=|>=) \\((\\S+), (\\{c:\\w+#nano\\}|\\{b:\\d+\\})\\)",
                                "$1 $3 $4")),
                        "p.t().isBefore(t0)",
                        "p.t().isAfter(p.then())",
                        "p.at().isBefore(at0)"),
                Fault.of(
                        11,
                        "zeros of both signs are equal for equals",
                        sql(text -> text.replaceAll("atan2\\((\\S+), -1.0\\) = atan2\\((\\S+), -1.0\\)", "1 = 1")),
                        "p.bd().equals(-0.0)",
                        "p.bd().equals(p.d())",
                        "Objects.equals(p.nd(), d0)"));
    }
}
