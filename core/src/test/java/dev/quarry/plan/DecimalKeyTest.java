package dev.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The bytes by which decimals are ordered and found. */
final class DecimalKeyTest {
    private static final List<Integer> SCALES = List.of(
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 1,
            Integer.MIN_VALUE + 18,
            -20,
            -1,
            0,
            1,
            2,
            19,
            Integer.MAX_VALUE - 18,
            Integer.MAX_VALUE - 1,
            Integer.MAX_VALUE);

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> few = Arbitraries.of(0L, 1L, -1L, 9L, 10L, -10L, 11L, 99L, 100L, -100L, 101L, -99L, 120L)
                .map(BigInteger::valueOf);
        Arbitrary<BigInteger> any =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40));
        Arbitrary<Integer> scale = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3), Arbitraries.of(SCALES), Arbitraries.integers());
        return Combinators.combine(Arbitraries.oneOf(few, any), scale).as(BigDecimal::new);
    }

    @Property(tries = 20_000)
    void theOrderOfTheBytesIsThatOfCompareTo(
            @ForAll("decimals") BigDecimal left, @ForAll("decimals") BigDecimal right) {
        int order = Arrays.compareUnsigned(DecimalKey.of(left), DecimalKey.of(right));

        assertThat(Integer.signum(order)).isEqualTo(left.compareTo(right));
    }

    /** Decimals at random are seldom near each other. */
    @Property(tries = 5_000)
    void neighboursAreInOrderToo(@ForAll("decimals") BigDecimal one) {
        BigDecimal ulp = new BigDecimal(BigInteger.ONE, one.scale());
        for (BigDecimal other : List.of(
                new BigDecimal(one.unscaledValue().add(BigInteger.ONE), one.scale()),
                new BigDecimal(one.unscaledValue().negate(), one.scale()),
                new BigDecimal(one.unscaledValue().multiply(BigInteger.TEN), one.scale()),
                ulp)) {
            int order = Arrays.compareUnsigned(DecimalKey.of(one), DecimalKey.of(other));
            assertThat(Integer.signum(order)).as("%s and %s", one, other).isEqualTo(one.compareTo(other));
        }
    }

    @Property(tries = 5_000)
    void equalValuesOfAnyScaleHaveTheSameBytes(@ForAll("decimals") BigDecimal value) {
        if (value.scale() < Integer.MAX_VALUE) {
            BigDecimal same = new BigDecimal(value.unscaledValue().multiply(BigInteger.TEN), value.scale() + 1);
            assertThat(DecimalKey.of(same)).isEqualTo(DecimalKey.of(value));
        }
    }

    @Property(tries = 10_000)
    void bytesAndScaleGiveTheValueBack(@ForAll("decimals") BigDecimal value) {
        assertThat(DecimalKey.value(DecimalKey.of(value), value.scale())).isEqualTo(value);
    }

    @Property(tries = 10_000)
    void theTextGivesTheValueBack(@ForAll("decimals") BigDecimal value) {
        assertThat(DecimalKey.parse(value.toString())).isEqualTo(value);
    }

    @Example
    void hugeScalesTakeNoMoreBytesThanTheirDigits() {
        assertThat(DecimalKey.of(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE)))
                .hasSize(10);
        assertThat(DecimalKey.of(new BigDecimal(BigInteger.valueOf(-12), Integer.MAX_VALUE)))
                .hasSize(12);
    }

    @Example
    void theBytesAreTheDocumentedOnes() {
        assertThat(DecimalKey.of(new BigDecimal("0.00"))).containsExactly(1);
        assertThat(DecimalKey.of(new BigDecimal("12.0"))).containsExactly(2, 0x80, 0, 0, 0, 0, 0, 0, 2, '1', '2');
        assertThat(DecimalKey.of(new BigDecimal("-0.05"))).containsExactly(0, 0x80, 0, 0, 0, 0, 0, 0, 0, ~'5', 0xFF);
    }

    @Example
    void bytesOfNoDecimalAreRefused() {
        for (byte[] bad : new byte[][] {
            {},
            {3},
            {1, 0},
            {2},
            {0},
            {2, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1},
            {2, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1, 'x'},
            {2, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1, '1', '1'},
            {0, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1, '1'},
            {2, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, '1'},
            {2, 0, 0, 0, 0, 0, 0, 0, 0, '1'},
        }) {
            assertThatIllegalArgumentException().as(Arrays.toString(bad)).isThrownBy(() -> DecimalKey.value(bad, 0));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DecimalKey.value(new byte[] {1}, 1L << 31));
        assertThatIllegalArgumentException().isThrownBy(() -> DecimalKey.parse("1E+99999999999"));
    }
}
