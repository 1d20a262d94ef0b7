package dev.quarry.query.processor;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What javac found the names inside one lambda to stand for. Read once, because javac forgets it when it goes on. */
final class LambdaNames {
    private static final Set<ElementKind> LOCALS = Set.of(
            ElementKind.LOCAL_VARIABLE,
            ElementKind.PARAMETER,
            ElementKind.EXCEPTION_PARAMETER,
            ElementKind.RESOURCE_VARIABLE,
            ElementKind.BINDING_VARIABLE);

    private final Map<ExpressionTree, Element> elements = new LinkedHashMap<>();
    private final Map<VariableTree, Element> declared = new HashMap<>();
    private final Map<Tree, TypeMirror> operations = new HashMap<>();
    private final Optional<TypeElement> around;
    private boolean erroneous;

    private LambdaNames(Optional<TypeElement> around) {
        this.around = around;
    }

    static LambdaNames of(TreePath lambda, Trees trees) {
        LambdaNames names = new LambdaNames(classAround(lambda, trees));
        names.new Reader(trees).scan(lambda, null);
        return names;
    }

    private static Optional<TypeElement> classAround(TreePath lambda, Trees trees) {
        TreePath at = lambda;
        while (at != null && !(at.getLeaf() instanceof ClassTree)) {
            at = at.getParentPath();
        }
        return at != null && trees.getElement(at) instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    /** The innermost class that the lambda stands in, whose object is its {@code this}. */
    Optional<TypeElement> around() {
        return around;
    }

    /** Whether javac has itself something to say against the code. */
    boolean erroneous() {
        return erroneous;
    }

    /** What an identifier or a selection stands for. */
    Optional<Element> element(Tree name) {
        return Optional.ofNullable(elements.get(name));
    }

    /** All identifiers and selections in the order of the source. */
    Map<ExpressionTree, Element> all() {
        return elements;
    }

    /** A lambda's first parameter. */
    Optional<Element> parameter(LambdaExpressionTree lambda) {
        return lambda.getParameters().stream().findFirst().map(declared::get);
    }

    /** Whether a variable belongs to the lambda itself: its parameter, or a variable in its body. */
    boolean isOwn(Element variable) {
        return declared.containsValue(variable);
    }

    /** Whether an operator joins texts. */
    boolean joinsTexts(BinaryTree operation) {
        TypeMirror type = operations.get(operation);
        return type == null || !type.getKind().isPrimitive();
    }

    /** The variables around the lambda whose values some of its names need, in the order of their first use. */
    List<VariableElement> captured(Predicate<ExpressionTree> of) {
        Set<VariableElement> captured = new LinkedHashSet<>();
        elements.forEach((name, element) -> {
            if (isCaptured(element) && of.test(name)) {
                captured.add((VariableElement) element);
            }
        });
        return List.copyOf(captured);
    }

    /** Whether an element is a variable around the lambda whose value javac does not know. */
    boolean isCaptured(Element element) {
        return LOCALS.contains(element.getKind())
                && !element.getSimpleName().contentEquals("this")
                && !element.getSimpleName().contentEquals("super")
                && !declared.containsValue(element)
                && ((VariableElement) element).getConstantValue() == null;
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final Trees trees;

        Reader(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            Element variable = trees.getElement(getCurrentPath());
            if (variable == null) {
                erroneous = true;
            } else {
                declared.put(tree, variable);
            }
            return super.visitVariable(tree, null);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            name(tree);
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            super.visitMemberSelect(tree, null);
            name(tree);
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void unused) {
            TypeMirror type = trees.getTypeMirror(getCurrentPath());
            if (type == null || type.getKind() == TypeKind.ERROR) {
                erroneous = true;
            } else {
                operations.put(tree, type);
            }
            return super.visitBinary(tree, null);
        }

        private void name(ExpressionTree tree) {
            Element element = trees.getElement(getCurrentPath());
            if (element == null || element.asType().getKind() == TypeKind.ERROR) {
                erroneous = true;
            } else {
                elements.put(tree, element);
            }
        }
    }
}
