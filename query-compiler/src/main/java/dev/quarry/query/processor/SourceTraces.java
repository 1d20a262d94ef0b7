package dev.quarry.query.processor;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Foretells the code that javac makes of a lambda, as far as a {@link Trace} goes. Where that depends on more than the tree,
 * the trace says nothing.
 */
final class SourceTraces {
    private static final Set<String> BOXES = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean");

    private final LambdaNames names;
    private final List<VariableElement> captured;
    private final Constants constants;
    private final Trace.Builder trace = new Trace.Builder();
    private final Optional<Element> record;

    private SourceTraces(LambdaNames names, List<VariableElement> captured, Optional<Element> record) {
        this.names = names;
        this.captured = captured;
        this.constants = new Constants(names);
        this.record = record;
    }

    /**
     * The pattern of a lambda's code; of a method reference's that of the lambda that javac may make of it.
     *
     * @param captured the variables in the order in which the method takes them
     */
    static Trace of(Tree tree, LambdaNames names, List<VariableElement> captured) {
        if (tree instanceof MemberReferenceTree reference) {
            Trace.Builder call = new Trace.Builder();
            call.readRecord();
            call.call(reference.getName().toString());
            return call.build();
        }
        LambdaExpressionTree lambda = (LambdaExpressionTree) tree;
        SourceTraces traces = new SourceTraces(names, captured, names.parameter(lambda));
        if (lambda.getBody() instanceof ExpressionTree expression) {
            traces.value(expression);
        } else {
            traces.statement(lambda.getBody());
        }
        return traces.trace.build();
    }

    /** A body in braces; what any statement but {@code return} leaves in the class file is not foreseen. */
    private void statement(Tree tree) {
        if (tree instanceof BlockTree block) {
            block.getStatements().forEach(this::statement);
        } else if (tree instanceof ReturnTree result && result.getExpression() != null) {
            value(result.getExpression());
        } else {
            trace.anything();
        }
    }

    /** Code that leaves a value. */
    private void value(ExpressionTree parenthesized) {
        ExpressionTree tree = Constants.inside(parenthesized);
        if (constants.isConstant(tree)) {
            constant(tree);
        } else if (tree instanceof IdentifierTree name) {
            names.element(name).ifPresent(this::read);
        } else if (tree instanceof MemberSelectTree select) {
            select(select);
        } else if (tree instanceof MethodInvocationTree call) {
            call(call);
        } else if (isCondition(tree)) {
            Condition condition = condition(tree);
            List<Integer> ifFalse = condition.jumpIfFalse(trace);
            land(condition.ifTrue());
            trace.jumpAlways();
            land(ifFalse);
        } else if (tree instanceof BinaryTree operation) {
            arithmetic(operation);
        } else if (tree instanceof UnaryTree operation && tree.getKind() == Tree.Kind.UNARY_MINUS) {
            value(operation.getExpression());
            trace.operator("neg");
        } else if (tree instanceof TypeCastTree cast) {
            value(cast.getExpression());
        } else {
            trace.anything();
        }
    }

    private void constant(ExpressionTree tree) {
        if (tree.getKind() != Tree.Kind.NULL_LITERAL) {
            constants.value(tree).ifPresentOrElse(trace::constant, trace::anything);
        }
    }

    private static boolean isCondition(Tree tree) {
        return tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
                || tree.getKind() == Tree.Kind.CONDITIONAL_AND
                || tree.getKind() == Tree.Kind.CONDITIONAL_OR
                || Comparison.of(tree.getKind()).isPresent();
    }

    /** Code that has yet to jump. */
    private Condition condition(ExpressionTree parenthesized) {
        ExpressionTree tree = Constants.inside(parenthesized);
        if (constants.decides(tree)) {
            trace.anything();
            return Condition.unknown();
        }
        if (tree instanceof UnaryTree not && tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            return condition(not.getExpression()).negated();
        }
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
            return and((BinaryTree) tree);
        }
        if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return or((BinaryTree) tree);
        }
        Optional<Comparison> comparison = Comparison.of(tree.getKind());
        if (comparison.isPresent()) {
            value(((BinaryTree) tree).getLeftOperand());
            value(((BinaryTree) tree).getRightOperand());
            return Condition.of(comparison.get());
        }
        if (!leavesValue(tree)) {
            trace.anything();
            return Condition.unknown();
        }
        value(tree);
        return Condition.of(Comparison.NE);
    }

    /** Whether a boolean that is no condition itself is computed as a value, which is compared with false then. */
    private static boolean leavesValue(ExpressionTree tree) {
        return tree instanceof MethodInvocationTree
                || tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree
                || tree instanceof BinaryTree;
    }

    private Condition and(BinaryTree tree) {
        Condition left = condition(tree.getLeftOperand());
        List<Integer> ifFalse = left.jumpIfFalse(trace);
        land(left.ifTrue());
        return condition(tree.getRightOperand()).with(List.of(), ifFalse);
    }

    private Condition or(BinaryTree tree) {
        Condition left = condition(tree.getLeftOperand());
        List<Integer> ifTrue = left.jumpIfTrue(trace);
        land(left.ifFalse());
        return condition(tree.getRightOperand()).with(ifTrue, List.of());
    }

    private void land(List<Integer> jumps) {
        jumps.forEach(trace::land);
    }

    private void arithmetic(BinaryTree tree) {
        Optional<String> operator = Comparison.arithmetic(tree.getKind());
        if (operator.isEmpty() || (tree.getKind() == Tree.Kind.PLUS && names.joinsTexts(tree))) {
            trace.anything();
            return;
        }
        value(tree.getLeftOperand());
        value(tree.getRightOperand());
        trace.operator(operator.get());
    }

    private void select(MemberSelectTree tree) {
        Optional<Element> element = names.element(tree);
        if (element.isPresent()
                && element.get().getKind().isField()
                && element.get().getModifiers().contains(Modifier.STATIC)) {
            trace.readStatic(element.get().getSimpleName().toString());
        } else {
            trace.anything();
        }
    }

    private void read(Element element) {
        if (record.filter(element::equals).isPresent()) {
            trace.readRecord();
        } else if (names.isCaptured(element)) {
            trace.readCaptured(captured.indexOf((VariableElement) element));
        } else if (element.getKind().isField() && element.getModifiers().contains(Modifier.STATIC)) {
            trace.readStatic(element.getSimpleName().toString());
        } else if (!names.isOwn(element)) {
            trace.anything();
        }
    }

    private void call(MethodInvocationTree call) {
        if (!(names.element(call.getMethodSelect()).orElse(null) instanceof ExecutableElement method)) {
            trace.anything();
            return;
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select && !isTypeOrPackage(select.getExpression())) {
            value(select.getExpression());
        }
        if (method.isVarArgs()) {
            trace.anything();
        } else {
            call.getArguments().forEach(this::value);
        }
        if (!isBoxing(method)) {
            trace.call(method.getSimpleName().toString());
        }
    }

    private boolean isTypeOrPackage(ExpressionTree tree) {
        Element element = names.element(tree).orElse(null);
        return element instanceof TypeElement || element instanceof PackageElement;
    }

    /** Boxing is left out on both sides, since most of it is not in the source. */
    private static boolean isBoxing(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean boxes = name.equals("valueOf")
                && method.getParameters().size() == 1
                && method.getParameters().get(0).asType().getKind().isPrimitive();
        boolean unboxes = name.endsWith("Value") && method.getParameters().isEmpty();
        return (boxes || unboxes)
                && method.getEnclosingElement() instanceof TypeElement type
                && BOXES.contains(type.getQualifiedName().toString());
    }
}
