package dev.quarry.error;

/** A component of a type that no store holds. */
public final class UnsupportedType extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private static final String SUPPORTED =
            "use String, int, long, double, boolean, short, byte, char, float, BigDecimal,"
                    + " Instant, LocalDate, LocalDateTime, Duration, UUID, byte[], Password, an enum, a record of these, a List<…>,"
                    + " Set<…> or Map<String, …> of these without nulls, or an Optional<…> of any of them";

    private final String record;
    private final String field;
    private final String type;

    /** Reports the component and its type. */
    public UnsupportedType(String record, String field, String type) {
        this(record, field, type, "which no store holds; " + SUPPORTED);
    }

    private UnsupportedType(String record, String field, String type, String reason) {
        super("component '" + field + "' of " + record + " is " + type + ", " + reason);
        this.record = record;
        this.field = field;
        this.type = type;
    }

    /** Reports an Optional that is marked {@code @Nullable}. */
    public static UnsupportedType nullableOptional(String record, String field, String type) {
        return new UnsupportedType(
                record,
                field,
                type,
                "which says twice that there may be no value; an Optional is never null here, so remove @Nullable, or"
                        + " remove Optional");
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component. */
    public String field() {
        return field;
    }

    /** Its type as written. */
    public String type() {
        return type;
    }
}
