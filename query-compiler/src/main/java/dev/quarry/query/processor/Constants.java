package dev.quarry.query.processor;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Which expressions javac computes itself. */
final class Constants {
    private final LambdaNames names;

    Constants(LambdaNames names) {
        this.names = names;
    }

    /** Whether an expression consists of constants alone. */
    boolean isConstant(Tree tree) {
        if (tree instanceof LiteralTree) {
            return true;
        }
        if (tree instanceof ParenthesizedTree parentheses) {
            return isConstant(parentheses.getExpression());
        }
        if (tree instanceof UnaryTree operation) {
            return isConstant(operation.getExpression());
        }
        if (tree instanceof BinaryTree operation) {
            return isConstant(operation.getLeftOperand()) && isConstant(operation.getRightOperand());
        }
        if (tree instanceof TypeCastTree cast) {
            return isConstant(cast.getExpression());
        }
        return variable(tree).isPresent();
    }

    /** The value of a constant, unless it takes computing. */
    Optional<Object> value(ExpressionTree parenthesized) {
        ExpressionTree tree = inside(parenthesized);
        if (tree instanceof LiteralTree literal) {
            return Optional.ofNullable(literal.getValue());
        }
        if (tree instanceof UnaryTree minus && tree.getKind() == Tree.Kind.UNARY_MINUS) {
            return value(minus.getExpression()).flatMap(Constants::negated);
        }
        return variable(tree);
    }

    /** Whether a boolean, or an operand of the {@code && || !} that it is made of, is constant. */
    boolean decides(ExpressionTree parenthesized) {
        ExpressionTree tree = inside(parenthesized);
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            BinaryTree both = (BinaryTree) tree;
            return decides(both.getLeftOperand()) || decides(both.getRightOperand());
        }
        if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            return decides(((UnaryTree) tree).getExpression());
        }
        return isConstant(tree);
    }

    static ExpressionTree inside(ExpressionTree tree) {
        ExpressionTree inside = tree;
        while (inside instanceof ParenthesizedTree parentheses) {
            inside = parentheses.getExpression();
        }
        return inside;
    }

    private Optional<Object> variable(Tree tree) {
        return names.element(tree)
                .filter(VariableElement.class::isInstance)
                .map(variable -> ((VariableElement) variable).getConstantValue());
    }

    private static Optional<Object> negated(Object value) {
        if (value instanceof Integer number) {
            return Optional.of(-number);
        }
        if (value instanceof Long number) {
            return Optional.of(-number);
        }
        return value instanceof Double number ? Optional.of(-number) : Optional.empty();
    }
}
