package dev.quarry.error;

/** A field that is not simply a component of the record. */
public final class InvalidField extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;

    /** Reports the record and what was given. */
    public InvalidField(String record, String field) {
        super(field + " is not a component of " + record
                + "; give an accessor such as City::population, or City::name followed by"
                + " components of a nested record as a lambda, c -> c.name().common()");
        this.record = record;
        this.field = field;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The field as far as it is known. */
    public String field() {
        return field;
    }
}
