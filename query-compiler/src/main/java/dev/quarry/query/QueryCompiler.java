package dev.quarry.query;

/** Compiles lambdas: {@code parse, resolve, check, rewrite, lower, render}. Thread-safe. */
public final class QueryCompiler {

    /** Compiles one lambda; never throws for what a user wrote. */
    public CompilationResult compile(LambdaSource source) {
        throw new UnsupportedOperationException("under construction: " + source.text());
    }
}
