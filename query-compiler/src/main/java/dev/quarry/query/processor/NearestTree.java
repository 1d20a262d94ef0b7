package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.quarry.query.source.SourceSpan;

/** Finds the smallest tree that holds a stretch of the source. */
final class NearestTree extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourceSpan span;
    private final SourcePositions positions;
    private Tree nearest;

    private NearestTree(CompilationUnitTree unit, Tree root, SourceSpan span, SourcePositions positions) {
        this.unit = unit;
        this.nearest = root;
        this.span = span;
        this.positions = positions;
    }

    /** The smallest tree below the root, or the root itself. Of a call it is the name, since javac points behind that. */
    static Tree of(CompilationUnitTree unit, Tree root, SourceSpan span, SourcePositions positions) {
        NearestTree search = new NearestTree(unit, root, span, positions);
        search.scan(root, null);
        return search.nearest instanceof MethodInvocationTree call ? call.getMethodSelect() : search.nearest;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree != null && holds(tree)) {
            nearest = tree;
        }
        // The type of an implicit parameter has no place in the source, but what is beside it has: so go on anyway.
        return super.scan(tree, null);
    }

    private boolean holds(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        return start >= 0 && start <= span.start() && span.end() <= end && end - start <= length(nearest);
    }

    private long length(Tree tree) {
        return positions.getEndPosition(unit, tree) - positions.getStartPosition(unit, tree);
    }
}
