package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.quarry.query.CompiledLambda;
import dev.quarry.query.LambdaSource.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** A lambda that was compiled, with what it takes to recognise its method in the class file. */
final class SourceLambda {
    private final Tree tree;
    private final CompilationUnitTree unit;
    private final Kind kind;
    private final String text;
    private final Place place;
    private final TypeElement record;
    private final String recordName;
    private final List<Captured> captured;
    private final Trace trace;
    private final Optional<String> accessor;
    private final CompiledLambda compiled;

    SourceLambda(
            FoundLambda found,
            String text,
            Place place,
            TypeElement record,
            String recordName,
            List<Captured> captured,
            Trace trace,
            Optional<String> accessor,
            CompiledLambda compiled) {
        this.tree = found.path().getLeaf();
        this.unit = found.unit();
        this.kind = found.kind();
        this.text = text;
        this.place = place;
        this.record = record;
        this.recordName = recordName;
        this.captured = List.copyOf(captured);
        this.trace = trace;
        this.accessor = accessor;
        this.compiled = compiled;
    }

    /**
     * Lines of a file.
     *
     * @param file the file's simple name
     * @param first the lambda's first line, from 1
     * @param last its last line
     */
    record Place(String file, long first, long last) {
        /** {@code Hello.java:9}. */
        @Override
        public String toString() {
            return file + ":" + first;
        }

        boolean holds(Implementation method) {
            return !method.hasLines() || (first <= method.firstLine() && method.lastLine() <= last);
        }
    }

    /**
     * A local variable that javac may hand to the lambda's method.
     *
     * @param name the variable's name
     * @param descriptor descriptor of its erased type
     */
    record Captured(String name, String descriptor) {}

    Tree tree() {
        return tree;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    Place place() {
        return place;
    }

    TypeElement record() {
        return record;
    }

    /** Binary name. */
    String recordName() {
        return recordName;
    }

    /** The variables in the order of their first use. */
    List<Captured> captured() {
        return captured;
    }

    Trace trace() {
        return trace;
    }

    /** The method that a method reference names; empty for a lambda. */
    Optional<String> accessor() {
        return accessor;
    }

    CompiledLambda compiled() {
        return compiled;
    }
}
