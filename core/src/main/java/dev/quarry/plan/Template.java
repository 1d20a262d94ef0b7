package dev.quarry.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * SQL text with places left open: columns, whose names only the store knows, and binds, whose values only the call knows.
 *
 * <p>Written out, a column is <code>{c:name.common}</code> or, for the further columns of a value that takes several,
 * <code>{c:seen#nano}</code>; a bind is <code>{b:0}</code>, the index into {@link EnginePlan#binds()}.
 */
public record Template(List<Segment> segments) {
    public Template {
        segments = List.copyOf(segments);
    }

    /** A part of a template. */
    public sealed interface Segment {}

    /** SQL as it stands. */
    public record Text(String sql) implements Segment {
        public Text {
            Objects.requireNonNull(sql, "sql");
        }
    }

    /** A column, by the token that the store's layout resolves. */
    public record ColumnRef(String token) implements Segment {
        public ColumnRef {
            Objects.requireNonNull(token, "token");
        }
    }

    /** A bind, by its index. */
    public record BindRef(int index) implements Segment {}

    /** Reads the written form. */
    public static Template parse(String written) {
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        while (from < written.length()) {
            int open = written.indexOf('{', from);
            if (open < 0) {
                segments.add(new Text(written.substring(from)));
                break;
            }
            if (open > from) {
                segments.add(new Text(written.substring(from, open)));
            }
            int close = written.indexOf('}', open);
            segments.add(token(written, open, close));
            from = close + 1;
        }
        return new Template(segments);
    }

    private static Segment token(String written, int open, int close) {
        if (close > open + 3 && written.startsWith("c:", open + 1)) {
            return new ColumnRef(written.substring(open + 3, close));
        }
        if (close > open + 3 && written.startsWith("b:", open + 1)) {
            return new BindRef(Integer.parseInt(written.substring(open + 3, close)));
        }
        throw new IllegalArgumentException("no token at " + open + " of " + written);
    }

    /** The indexes of the binds, in the order in which they stand, repeats kept. */
    public List<Integer> bindIndexes() {
        return segments.stream()
                .filter(BindRef.class::isInstance)
                .map(segment -> ((BindRef) segment).index())
                .toList();
    }

    /** The written form. */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Text text) {
                written.append(text.sql());
            } else if (segment instanceof ColumnRef column) {
                written.append("{c:").append(column.token()).append('}');
            } else if (segment instanceof BindRef bind) {
                written.append("{b:").append(bind.index()).append('}');
            }
        }
        return written.toString();
    }
}
