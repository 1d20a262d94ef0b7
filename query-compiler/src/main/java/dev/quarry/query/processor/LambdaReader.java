package dev.quarry.query.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.quarry.query.LambdaSource.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds the filters and fields in an analyzed class, wherever in it they stand. */
final class LambdaReader {
    private final Trees trees;
    private final TypeNames names;

    LambdaReader(Trees trees, TypeNames names) {
        this.trees = trees;
        this.names = names;
    }

    /** The lambdas of a top-level class and all classes in it; the records among these are remembered on the way. */
    List<FoundLambda> read(CompilationUnitTree unit, TypeElement type, RecordElements records) {
        List<FoundLambda> found = new ArrayList<>();
        TreePath root = new TreePath(unit);
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(root, declaration);
            if (declaration instanceof ClassTree && type.equals(trees.getElement(path))) {
                new Scanner(found, records).scan(path, null);
            }
        }
        return found;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final List<FoundLambda> found;
        private final RecordElements records;

        Scanner(List<FoundLambda> found, RecordElements records) {
            this.found = found;
            this.records = records;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            if (tree.getKind() == Tree.Kind.RECORD
                    && trees.getElement(getCurrentPath()) instanceof TypeElement record) {
                records.remember(record, tree);
            }
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            consider(getCurrentPath());
            return super.visitLambdaExpression(tree, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            consider(getCurrentPath());
            return super.visitMemberReference(tree, null);
        }

        private void consider(TreePath path) {
            TypeMirror target = trees.getTypeMirror(path);
            if (target == null) {
                return;
            }
            named(target, path, "dev.quarry.Filter", Kind.FILTER);
            named(target, path, "dev.quarry.Field", Kind.FIELD);
        }

        private void named(TypeMirror target, TreePath path, String type, Kind kind) {
            names.as(target, type)
                    .ifPresent(declared ->
                            found.add(new FoundLambda(path, owner(path), kind, names.firstArgument(declared))));
        }

        private String owner(TreePath path) {
            TreePath at = path;
            while (!(at.getLeaf() instanceof ClassTree)) {
                at = at.getParentPath();
            }
            return Optional.ofNullable(trees.getElement(at))
                    .map(type -> names.binary((TypeElement) type))
                    .orElseThrow();
        }
    }
}
