package dev.quarry.store;

import dev.quarry.engine.ColumnKind;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/**
 * One of the columns of a value that is no record.
 *
 * @param suffix what stands behind the component's path in the column's token
 * @param kind what the column holds
 * @param part what it says about the value's place in an order
 */
public record ValueColumn(String suffix, ColumnKind kind, Part part) {
    private static final ValueColumn NANO = new ValueColumn("#nano", ColumnKind.INTEGER, Part.ORDER);
    private static final ValueColumn SCALE = new ValueColumn("#scale", ColumnKind.INTEGER, Part.DETAIL);

    /** What a column says about its value's place in an order. */
    public enum Part {
        /** It decides, or decides between values that are the same in the columns before. */
        ORDER,
        /** Values that differ in it alone compare as equal, though they are not. */
        DETAIL
    }

    /** The columns of a type, in the order of its codec. */
    public static List<ValueColumn> of(FieldType type) {
        return type.accept(new FieldType.Visitor<List<ValueColumn>>() {
            @Override
            public List<ValueColumn> scalar(FieldType.Scalar scalar) {
                return of(scalar.kind());
            }

            @Override
            public List<ValueColumn> enumeration(FieldType.EnumType enumeration) {
                return only(ColumnKind.TEXT);
            }

            @Override
            public List<ValueColumn> list(FieldType.ListType list) {
                return only(ColumnKind.JSON_LIST);
            }

            @Override
            public List<ValueColumn> set(FieldType.SetType set) {
                return only(ColumnKind.JSON_SET);
            }

            @Override
            public List<ValueColumn> map(FieldType.MapType map) {
                return only(ColumnKind.JSON_MAP);
            }

            @Override
            public List<ValueColumn> nested(FieldType.RecordType nested) {
                throw new IllegalArgumentException("a nested record's components have columns of their own");
            }
        });
    }

    private static List<ValueColumn> of(ScalarKind kind) {
        return switch (kind) {
            case STRING, PASSWORD -> only(ColumnKind.TEXT);
            case INT, LONG, SHORT, BYTE, CHAR, BOOLEAN, LOCAL_DATE -> only(ColumnKind.INTEGER);
            case INSTANT, LOCAL_DATE_TIME, DURATION -> List.of(own(ColumnKind.INTEGER), NANO);
            case DOUBLE, FLOAT -> only(ColumnKind.DOUBLE);
            case BIG_DECIMAL -> List.of(own(ColumnKind.BYTES), SCALE);
            case UUID, BYTES -> only(ColumnKind.BYTES);
        };
    }

    private static List<ValueColumn> only(ColumnKind kind) {
        return List.of(own(kind));
    }

    private static ValueColumn own(ColumnKind kind) {
        return new ValueColumn("", kind, Part.ORDER);
    }
}
