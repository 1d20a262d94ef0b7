package dev.quarry.query.laboratory;

import static dev.quarry.query.laboratory.PlanChange.calls;
import static dev.quarry.query.laboratory.PlanChange.decided;
import static dev.quarry.query.laboratory.PlanChange.sql;

import dev.quarry.plan.BindOperation;
import java.util.List;

/** The faults that are planted into plans for PostgreSQL, where what overflows or is too small ends the query. */
final class PostgresFaults {
    private PostgresFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of(
                        1,
                        "a sum of longs that overflows ends the query",
                        calls("quarry_add_longs", "({0} + {1})"),
                        "(p.l() + p.k()) > l0",
                        "(p.l() + l0) < 0L"),
                Fault.of(
                        3,
                        "a division of ints by zero ends the query",
                        calls("nullif", "{0}"),
                        "(p.i() / p.j()) > i0",
                        "(p.i() % p.j()) < 0"),
                Fault.of(
                        3,
                        "a division of doubles by zero ends the query",
                        calls("quarry_divide_doubles", "({0} / {1})"),
                        "(p.d() / p.e()) > d0",
                        "(1.0 / p.d()) > 0.0"),
                Fault.of(
                        13,
                        "a product that is too small for a double ends the query",
                        calls("quarry_multiply_doubles", "({0} * {1})"),
                        "(p.d() * p.e()) > d0",
                        "(p.d() * p.d()) == 0.0"),
                Fault.of(
                        11,
                        "zeros of both signs are equal for equals",
                        sql(text -> text.replaceAll("atan2\\([^()]*\\) = atan2\\([^()]*\\)", "true")),
                        "Objects.equals(p.bd(), p.nd())",
                        "Objects.equals(p.bd(), d0)"),
                Fault.of(
                        17,
                        "a length counts code points",
                        calls("quarry_length", "length({0})"),
                        "p.s().length() == p.r().length()",
                        "p.s().length() > 1"),
                Fault.of(
                        18,
                        "texts are in the order of their code points",
                        decided(BindOperation.HAS_HIGH_CHARACTER, false),
                        "p.s().compareTo(s0) < 0",
                        "p.r().compareTo(s1) >= 0"),
                Fault.of(
                        23,
                        "a negative index counts from the end",
                        sql(text -> text.replace(" >= 0 then", " is not null then")),
                        "p.numbers().get(p.i()) > 0",
                        "p.tags().get(-1).isEmpty()"),
                Fault.of(
                        27,
                        "UUIDs are in the order of their bytes",
                        calls("quarry_compare_uuids", "case when {0} < {1} then -1 when {0} > {1} then 1 else 0 end"),
                        "p.u().compareTo(p.id()) < 0",
                        "p.u().compareTo(u0) > 0"),
                Fault.of(
                        28,
                        "nanoseconds do not count",
                        sql(text -> text.replaceAll("\\{c:([a-z.]+)#nano}", "0::int8")),
                        "p.t().isBefore(p.then())",
                        "p.t().equals(t0)"));
    }
}
