package dev.quarry.error;

/** A compiled filter that no longer belongs to the code or the record at hand; running it could give wrong answers. */
public final class FilterOutdated extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String changed;

    private FilterOutdated(String source, String changed, String message) {
        super(message);
        this.source = source;
        this.changed = changed;
    }

    /** The class that holds the lambda was compiled again without the processor. */
    public static FilterOutdated becauseOfCode(String source, String text, String className) {
        return new FilterOutdated(
                source,
                className,
                "the class " + className + " was recompiled without Quarry's compiler, so the SQL of the lambda at "
                        + source + " (" + text + ") is not what the code now says; " + FilterNotCompiled.SET_UP);
    }

    /** The record has other components than when the lambda was compiled. */
    public static FilterOutdated becauseOfRecord(String source, String text, String record) {
        return new FilterOutdated(
                source,
                record,
                "the record " + record + " is not the one that the lambda at " + source + " (" + text
                        + ") was compiled for; compile the code that holds the lambda again (mvn clean compile)");
    }

    /** File and line of the lambda. */
    public String source() {
        return source;
    }

    /** The class or record that changed. */
    public String changed() {
        return changed;
    }
}
