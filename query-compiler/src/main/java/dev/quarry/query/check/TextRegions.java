package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Methods that look at the numbers beside a text before they look at the text: what they make of a captured null depends on
 * these numbers.
 */
final class TextRegions {
    private final ExpressionChecker checker;

    TextRegions(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** The call, if it is one of such a method whose text may be a captured null and nothing else that is null. */
    Optional<TypedExpr> call(List<JavaFunction> overloads, String method, SourceSpan span, List<TypedExpr> operands) {
        int place = place(method, operands.size());
        if (place == 0 || !mayBeCapturedNull(operands.get(place))) {
            return Optional.empty();
        }
        TypedExpr text = operands.get(place);
        List<TypedExpr> present = new ArrayList<>(operands);
        present.set(place, Nulls.value(text));
        List<TypedExpr> others = new ArrayList<>(operands);
        others.remove(place);
        FunctionRules functions = new FunctionRules(checker);
        Optional<TypedExpr> ofText = functions.call(overloads, span, present);
        Optional<TypedExpr> ofNull = functions.call(List.of(ofNull(method, place)), span, others);
        return ofText.flatMap(some -> ofNull.map(none -> joined(span, text, none, some)));
    }

    private TypedExpr joined(SourceSpan span, TypedExpr text, TypedExpr ofNull, TypedExpr ofText) {
        boolean erroneous = ofNull instanceof TypedExpr.Erroneous || ofText instanceof TypedExpr.Erroneous;
        return erroneous
                ? new TypedExpr.Erroneous(span)
                : new Joining(checker, span).join(List.of(Nulls.isNull(text)), List.of(ofNull, ofText));
    }

    /** Which operand is the text, the receiver being the first; 0 if there is none. */
    private static int place(String method, int operands) {
        if (method.equals("startsWith") && operands == 3) {
            return 1;
        }
        boolean region = method.equals("regionMatches") && (operands == 5 || operands == 6);
        return region ? operands - 3 : 0;
    }

    private static JavaFunction ofNull(String method, int place) {
        if (method.equals("startsWith")) {
            return TextFunction.STARTS_WITH_NULL;
        }
        return place == 2 ? TextFunction.REGION_MATCHES_NULL : TextFunction.REGION_MATCHES_NULL_CASE;
    }

    private static boolean mayBeCapturedNull(TypedExpr text) {
        return Types.is(text.type(), ScalarKind.STRING)
                && (text instanceof TypedExpr.OrNull || Nulls.isCaptured(text))
                && !Nulls.mayBe(text);
    }
}
