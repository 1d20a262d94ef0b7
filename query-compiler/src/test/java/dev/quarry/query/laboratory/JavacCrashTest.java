package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What javac itself fails at is set aside, and nothing else is. */
class JavacCrashTest {
    private static final boolean MENDED = Runtime.version().feature() > 17;

    /** javac 17 loses count of what is on the stack where a switch inside an expression always throws. */
    private static final Term CRASHING = Term.leaf(
            "boolean",
            "(p.d() * (switch (0) { default -> { if (true) { throw new IllegalStateException(); } yield p.e(); } }) >"
                    + " 0.0)");

    /** javac 17 fails at this too, and later ones write a class that no JVM takes. */
    private static final Term UNSOUND = Term.leaf(
            "boolean",
            "Objects.equals(switch ((switch (0) { default -> { if (true) { throw new IllegalStateException(); } yield"
                    + " p.m(); } })) { case GLAD -> (nc0 == null ? p.bc() : nc0); case SAD, CALM -> nc0; }, nc0)");

    private static final Term REFUSED = Term.leaf("boolean", "p.s().matches(\"a\")");
    private static final Term GOOD = Term.leaf("boolean", "p.i() > p.j()");

    @Test
    void anExpressionAtWhichJavacFailsIsSetAsideAndTheOthersAreCompiled() {
        Compilation compilation = Compilation.of(List.of(GOOD, GOOD, CRASHING, GOOD, REFUSED, CRASHING, GOOD));

        if (MENDED) {
            assertThat(compilation.crashing()).isEmpty();
        } else {
            assertThat(compilation.crashing()).containsExactly(2, 5);
        }
        assertThat(compilation.refused()).containsOnlyKeys(4);
        assertThat(compilation.isCompiled(3)).isTrue();
        assertThat(compilation.load().filter(3, Simplest.CAPTURED, null).test(Simplest.SPECIMEN))
                .isFalse();
    }

    @Test
    void anExpressionOfWhichJavacMakesUnsoundCodeIsSetAside() {
        Compilation compilation = Compilation.of(List.of(GOOD, UNSOUND, REFUSED, GOOD));

        assertThat(compilation.crashing()).containsExactly(1);
        assertThat(compilation.refused()).containsOnlyKeys(2);
    }

    @Test
    void whatTheCompilerRefusesIsNoCrash() {
        assertThat(new JavacCrash(List.of(GOOD, REFUSED), "").culprits(Set.of()))
                .isEmpty();
    }

    @Test
    void anErrorInTheSourceIsNoCrash() {
        Term broken = Term.leaf("boolean", "p.nothing()");

        assertThat(new JavacCrash(List.of(GOOD, broken), "").culprits(Set.of())).isEmpty();
        assertThat(Compilation.of(List.of(GOOD, broken)).refused()).containsOnlyKeys(1);
    }
}
