package dev.quarry.query.diagnostic;

/** Every rule that a lambda can break, and every advice about one. {@code docs/diagnostics.md} has a heading for each. */
public enum DiagnosticCode {
    /** The lambda uses syntax outside the query language. */
    SYNTAX("QC1001"),
    /** The lambda's text cannot be read. */
    UNREADABLE("QC1002"),
    /** A name that stands for nothing the query language knows. */
    UNKNOWN_NAME("QC2001"),
    /** A component that the record does not have. */
    UNKNOWN_COMPONENT("QC2002"),
    /** An operator or method on types it is not for. */
    WRONG_TYPE("QC2003"),
    /** The record itself cannot be stored or queried exactly. */
    UNSUPPORTED_RECORD("QC2004"),
    /** A captured variable of a type that cannot become a bind. */
    UNSUPPORTED_CAPTURE("QC2005"),
    /** A component that may be null is used as if it could not be. */
    MAY_BE_NULL("QC2007"),
    /** A method or operator that has no exact translation. */
    NO_TRANSLATION("QC3001"),
    /** Reference comparison with == where the answer depends on object identity. */
    REFERENCE_COMPARISON("QC3002"),
    /** What an engine that the build requires cannot say exactly. */
    NO_FORM_ON_ENGINE("QC3003"),
    /** A filter that no known index helps, though one could; a note, never an error. */
    INDEX_ADVICE("QC4001"),
    /** A lambda that cannot be told from another on the same lines. */
    AMBIGUOUS_LAMBDA("QC5001"),
    /** A lambda whose record type is not known where it stands. */
    UNKNOWN_RECORD("QC5002"),
    /** A module does not let Quarry see its records. */
    CLOSED_PACKAGE("QC5003"),
    /** A class that has no class file in which lambdas could be found. */
    NO_CLASS_FILE("QC5004"),
    /** The compiler itself is at fault. */
    INTERNAL("QC9000");

    private final String id;

    DiagnosticCode(String id) {
        this.id = id;
    }

    /** The stable name that users search for. */
    public String id() {
        return id;
    }
}
