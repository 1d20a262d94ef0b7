package dev.quarry.error;

/** A lambda without a plan: Quarry's compiler did not run when the code around it was compiled, or could not see it. */
public final class FilterNotCompiled extends DatastoreException {
    private static final long serialVersionUID = 1L;

    /** What to add to a build so that the compiler runs; the same text wherever it is missing. */
    static final String SET_UP = """
        add the dependency dev.quarry:quarry-query-compiler and let javac run it:
          <properties>
            <maven.compiler.proc>full</maven.compiler.proc>
          </properties>
        with maven-compiler-plugin 3.13 or later, then compile again (mvn clean compile)\
        """;

    private final String lambda;

    private FilterNotCompiled(String lambda, String message) {
        super(message);
        this.lambda = lambda;
    }

    /** A lambda that stands in no plan file. */
    public static FilterNotCompiled becauseNoPlan(String lambda) {
        return new FilterNotCompiled(
                lambda,
                "the lambda " + lambda + " was never compiled to SQL: Quarry's compiler did not see it; " + SET_UP);
    }

    /** An object that implements a filter's interface without being a lambda. */
    public static FilterNotCompiled becauseNotALambda(String className) {
        return new FilterNotCompiled(
                className,
                className + " is not a lambda, so there is no source to compile to SQL; write the filter as a lambda,"
                        + " or use DB.scan(store, predicate) to test every record in the program");
    }

    /** The implementing method, class, or place in the source. */
    public String lambda() {
        return lambda;
    }
}
