package dev.quarry.query.endtoend;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.query.testing.Backend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decimals are compared, floats are computed, chars have literals. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersAndDecimalsTest {
    private static final int RECORDS = 300;
    private static final BigDecimal LEAST = new BigDecimal("0.10");

    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Priced> store;
    private final Map<String, Priced> records = new TreeMap<>();

    record Priced(
            BigDecimal price,
            @Nullable BigDecimal old,
            BigDecimal cost,
            float f,
            float g,
            double d,
            int i,
            long l,
            char c) {}

    @BeforeParameterizedClassInvocation
    void fill() {
        this.database = backend.open();
        this.store = database.store("priced", Priced.class, Options.index(Priced::price));
        for (int seed = 0; seed < RECORDS; seed++) {
            Assorted one = Assorted.of(seed);
            Assorted other = Assorted.of(-1L - seed);
            Priced priced = new Priced(
                    one.price(),
                    one.priceOrNull(),
                    other.price(),
                    one.f(),
                    other.f(),
                    one.d(),
                    one.i(),
                    one.l(),
                    one.c());
            records.put("k" + seed, priced);
        }
        DB.setAll(store, records);
    }

    @AfterParameterizedClassInvocation
    void close() {
        backend.close(database);
    }

    private void agrees(String what, Filter<Priced> filter) {
        Agreement.assertAgrees(store, records, what, filter);
    }

    @Test
    void decimalsAreComparedByTheirValues() {
        List<@Nullable BigDecimal> all = new ArrayList<>(Assorted.PRICES);
        all.add(null);
        for (BigDecimal x : all) {
            agrees("< " + x, p -> p.price().compareTo(x) < 0);
            agrees("<= " + x, p -> p.price().compareTo(x) <= 0);
            agrees("> " + x, p -> p.price().compareTo(x) > 0);
            agrees(">= " + x, p -> 0 <= p.price().compareTo(x));
            agrees("same as " + x, p -> p.price().compareTo(x) == 0);
            agrees("other than " + x, p -> p.price().compareTo(x) != 0);
            agrees(x + " <", p -> x.compareTo(p.price()) < 0);
            agrees("old > " + x, p -> p.old() != null && p.old().compareTo(x) > 0);
            agrees("equals " + x, p -> p.price().equals(x));
            agrees(x + " equals", p -> x.equals(p.old()));
            agrees("Objects.equals " + x, p -> Objects.equals(p.old(), x));
            agrees("chosen", p -> (p.i() > 0 ? p.price() : p.cost()).compareTo(x) < 0);
        }
    }

    @Test
    void decimalsAreComparedWithEachOther() {
        agrees("<", p -> p.price().compareTo(p.cost()) < 0);
        agrees("same", p -> p.price().compareTo(p.cost()) == 0);
        agrees("equals", p -> p.price().equals(p.cost()));
        agrees("equals nullable", p -> p.price().equals(p.old()));
        agrees("Objects.equals", p -> Objects.equals(p.old(), p.cost()));
        agrees("is null", p -> p.old() == null);
        agrees("constant", p -> p.price().compareTo(LEAST) >= 0 && p.cost().compareTo(BigDecimal.TEN) < 0);
        agrees("of a long", p -> p.price().compareTo(BigDecimal.valueOf(p.l())) < 0);
        agrees("of a scaled long", p -> p.price().equals(BigDecimal.valueOf(p.i(), 1)));
    }

    @Test
    void aDecimalSaysItsSignScaleAndText() {
        agrees("sign", p -> p.price().signum() > 0);
        agrees("sign is", p -> p.price().signum() == 0);
        agrees("sign is not", p -> 0 != p.cost().signum());
        agrees("sign value", p -> p.price().signum() == p.cost().signum());
        agrees("scale", p -> p.price().scale() > 1);
        agrees("precision", p -> p.price().precision() == 1);
        agrees("text", p -> p.price().toString().equals("2.0"));
        agrees("concatenation", p -> (p.price() + "/" + p.old()).startsWith("2"));
        agrees("hash", p -> p.price().hashCode() > p.i());
    }

    @Test
    void floatsAreRoundedAfterEachOperation() {
        for (float x : Assorted.FLOATS) {
            agrees("+ " + x, p -> p.f() + x > p.g());
            agrees("- " + x, p -> p.f() - p.g() == x);
            agrees("* " + x, p -> p.f() * x >= p.g());
            agrees("/ " + x, p -> p.f() / x != p.g());
            agrees(x + " /", p -> x / p.f() < p.g());
            agrees("% " + x, p -> p.f() % x <= p.g());
            agrees("long + " + x, p -> p.l() + x > p.f());
            agrees("compound with " + x, p -> p.f() * p.g() + x - p.f() / 3 > p.g() * 0.1f);
            agrees("with int", p -> (p.f() + p.i()) * x < 1.5f);
            agrees("with double", p -> p.f() * x > p.d());
        }
        agrees("+", p -> p.f() + p.g() == p.g() + 0.1f);
        agrees("0.1f", p -> p.f() + 0.1f == p.g() + 0.1f);
        agrees("-", p -> 1 / -p.f() < 0);
        agrees("minus zero", p -> 1 / (p.f() * 0f) < 0);
        agrees("abs", p -> Math.abs(p.f()) > Math.abs(p.g()));
        agrees("min", p -> 1 / Math.min(p.f(), p.g()) < 0);
        agrees("max", p -> Math.max(p.f(), p.g()) + 1 == p.f() + 1);
        agrees("int", p -> (int) (p.f() * 3) > p.i());
        agrees("text", p -> (p.f() * 3 + "").length() > 4);
        agrees("throws", p -> p.f() + 1 / p.i() > 0);
    }

    @Test
    void valuesOfFloatsAreExact() {
        List<Float> sums = new ArrayList<>();
        records.values().forEach(p -> sums.add(p.f() * p.g() + p.f()));
        for (float sum : List.copyOf(sums.subList(0, 40))) {
            agrees("value " + sum, p -> p.f() * p.g() + p.f() == sum);
            agrees("compare " + sum, p -> Float.compare(p.f() * p.g() + p.f(), sum) == 0);
        }
    }

    @Test
    void charsHaveLiterals() {
        agrees("a", p -> p.c() == 'a');
        agrees("quote", p -> p.c() == '"' || p.c() > '\uff00');
        agrees("escape", p -> p.c() != '\0' && p.c() - '0' < 10);
    }
}
