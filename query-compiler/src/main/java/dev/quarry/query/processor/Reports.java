package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.source.SourceSpan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;

/** Prints what is to be said of lambdas as messages of javac, at the smallest tree that holds the place. */
final class Reports {
    private final Trees trees;
    private boolean any;

    Reports(Trees trees) {
        this.trees = trees;
    }

    /** Whether anything was wrong. */
    boolean any() {
        return any;
    }

    /** Prints an error; its span counts from the beginning of the lambda. */
    void report(CompilationUnitTree unit, Tree lambda, Diagnostic diagnostic) {
        any = true;
        print(Kind.ERROR, unit, lambda, diagnostic);
    }

    /** Prints what is good to know of a lambda that compiles. */
    void note(SourceLambda lambda, DiagnosticCode code, String what) {
        SourceSpan whole = new SourceSpan(0, lambda.text().length());
        printAt(Kind.NOTE, lambda, new Diagnostic(code, whole, what, List.of(), List.of()));
    }

    /** By the time that class files are written, javac has taken apart what is inside a lambda; only the lambda is left. */
    private void printAt(Kind kind, SourceLambda lambda, Diagnostic diagnostic) {
        trees.printMessage(kind, diagnostic.render(), lambda.tree(), lambda.unit());
    }

    private void refuse(SourceLambda lambda, Diagnostic diagnostic) {
        any = true;
        printAt(Kind.ERROR, lambda, diagnostic);
    }

    private void print(Kind kind, CompilationUnitTree unit, Tree lambda, Diagnostic diagnostic) {
        int start = (int) trees.getSourcePositions().getStartPosition(unit, lambda);
        SourceSpan span = diagnostic.span().shift(Math.max(start, 0));
        Tree nearest = NearestTree.of(unit, lambda, span, trees.getSourcePositions());
        trees.printMessage(kind, diagnostic.render(), nearest, unit);
    }

    /** Prints that a lambda cannot be told from others. */
    void ambiguous(SourceLambda lambda) {
        refuse(
                lambda,
                new Diagnostic(
                        DiagnosticCode.AMBIGUOUS_LAMBDA,
                        new SourceSpan(0, lambda.text().length()),
                        "this lambda and another one cannot be told apart in the class file",
                        List.of("javac does not say which code belongs to which lambda, and these two look alike"),
                        List.of("put these on separate lines, and compile with line numbers (not with -g:none)")));
    }

    /** Prints that the values which a lambda object holds are not those that its plan needs. */
    void incomplete(SourceLambda lambda) {
        refuse(
                lambda,
                new Diagnostic(
                        DiagnosticCode.UNSUPPORTED_CAPTURE,
                        new SourceSpan(0, lambda.text().length()),
                        "it cannot be told which of the captured variables "
                                + lambda.compiled().captures() + " the lambda object holds",
                        List.of("a constant condition in the lambda makes javac leave some of them out"),
                        List.of("take the constant condition out of the lambda, or compile with the names of variables"
                                + " (-g)")));
    }

    /** Prints that there is no class file, or no sound one, in which a lambda's code could be looked at. */
    void noClassFile(SourceLambda lambda) {
        refuse(
                lambda,
                new Diagnostic(
                        DiagnosticCode.NO_CLASS_FILE,
                        new SourceSpan(0, lambda.text().length()),
                        "javac left no class file of the class in which this lambda stands, or a damaged one",
                        List.of(
                                "a class that is too large has an error of javac's own besides this one",
                                "of a switch that always throws inside of an expression javac makes code that no JVM"
                                        + " takes"),
                        List.of("mend what javac says of the class; if it says nothing, its file manager has to give"
                                + " class files as resources of CLASS_OUTPUT, too")));
    }

    /** What is said about a fault of the compiler's own, in a lambda of that length. */
    Diagnostic internal(int length, Throwable fault) {
        any = true;
        Stream<String> places = Arrays.stream(fault.getStackTrace()).limit(4).map(frame -> "at " + frame);
        return new Diagnostic(
                DiagnosticCode.INTERNAL,
                new SourceSpan(0, length),
                "Quarry's compiler failed: " + fault,
                places.toList(),
                List.of("report this with the text of the lambda and of the record"));
    }
}
