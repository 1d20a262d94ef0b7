package dev.quarry.query.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import java.util.List;
import java.util.Optional;

/** Tells from a record's source what {@link dev.quarry.schema.CanonicalAccessors} tells from its class file. */
final class SourceAccessors {
    private SourceAccessors() {}

    /** The first component, in their order, whose accessor is written in the source and does not just return it. */
    static Optional<String> firstHandWritten(ClassTree record, List<String> components) {
        return components.stream()
                .filter(component -> record.getMembers().stream()
                        .anyMatch(member -> member instanceof MethodTree method && differs(method, component)))
                .findFirst();
    }

    private static boolean differs(MethodTree method, String component) {
        return method.getName().contentEquals(component)
                && method.getParameters().isEmpty()
                && method.getBody() != null
                && !returnsOnly(method.getBody().getStatements(), component);
    }

    private static boolean returnsOnly(List<? extends StatementTree> body, String component) {
        if (body.size() != 1 || !(body.get(0) instanceof ReturnTree statement)) {
            return false;
        }
        ExpressionTree value = statement.getExpression();
        while (value instanceof ParenthesizedTree parentheses) {
            value = parentheses.getExpression();
        }
        if (value instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals(component)
                    && select.getExpression() instanceof IdentifierTree owner
                    && owner.getName().contentEquals("this");
        }
        return value instanceof IdentifierTree name && name.getName().contentEquals(component);
    }
}
