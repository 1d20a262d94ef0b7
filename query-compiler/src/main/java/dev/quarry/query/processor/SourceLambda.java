package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.quarry.query.CompiledLambda;
import dev.quarry.query.LambdaSource.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final List<Holding> holdings;
    private final Optional<String> accessor;
    private final CompiledLambda compiled;

    SourceLambda(
            FoundLambda found,
            String text,
            Place place,
            TypeElement record,
            String recordName,
            List<Holding> holdings,
            Optional<String> accessor,
            CompiledLambda compiled) {
        this.tree = found.path().getLeaf();
        this.unit = found.unit();
        this.kind = found.kind();
        this.text = text;
        this.place = place;
        this.record = record;
        this.recordName = recordName;
        this.holdings = List.copyOf(holdings);
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

    /**
     * What javac may make of a lambda.
     *
     * @param variables what its object holds, in this order
     * @param trace what its method does with them
     */
    record Holding(List<Captured> variables, Trace trace) {

        /** Whether the method does what the trace says. */
        boolean isLike(Implementation method) {
            return trace.matches(method.trace());
        }
    }

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

    /**
     * All variables in the order of their first use, and where that differs, those of code that can run: older versions of
     * javac hand over the former, newer ones the latter.
     */
    List<Holding> holdings() {
        return holdings;
    }

    /** All variables. */
    List<Captured> captured() {
        return holdings.get(0).variables();
    }

    /** Whether a method's code is foreseen by one of the holdings that pass the test. */
    boolean isLike(Implementation method, Predicate<Holding> test) {
        return holdings.stream().filter(test).anyMatch(holding -> holding.isLike(method));
    }

    /** The method that a method reference names; empty for a lambda. */
    Optional<String> accessor() {
        return accessor;
    }

    CompiledLambda compiled() {
        return compiled;
    }
}
