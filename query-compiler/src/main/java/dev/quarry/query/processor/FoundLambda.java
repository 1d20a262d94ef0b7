package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.quarry.query.LambdaSource;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A lambda or method reference that is a filter or field.
 *
 * @param path where it stands
 * @param owner binary name of the class that will hold its code
 * @param kind what it must give
 * @param record the record it reads; empty where that is not known
 */
record FoundLambda(TreePath path, String owner, LambdaSource.Kind kind, Optional<TypeElement> record) {

    CompilationUnitTree unit() {
        return path.getCompilationUnit();
    }
}
