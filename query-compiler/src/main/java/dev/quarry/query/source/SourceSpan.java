package dev.quarry.query.source;

/**
 * A stretch of a source text, in UTF-16 units from its beginning.
 *
 * @param start offset of the first unit
 * @param end offset behind the last unit
 */
public record SourceSpan(int start, int end) {
    public SourceSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    /** This span, moved to the right. */
    public SourceSpan shift(int by) {
        return new SourceSpan(start + by, end + by);
    }

    /** The stretch of the text. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
