package dev.quarry.query.frontend;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.quarry.query.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Turns JavaParser's lines and columns into offsets in the source. */
final class Spans {
    private final List<Integer> lineStarts = new ArrayList<>();
    private final Unescaped source;
    private final int length;

    Spans(Unescaped source) {
        this.source = source;
        String text = source.text();
        length = text.length();
        lineStarts.add(0);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean crBeforeLf = c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crBeforeLf)) {
                lineStarts.add(i + 1);
            }
        }
    }

    SourceSpan of(Node node) {
        return node.getRange().map(this::of).orElseGet(this::everything);
    }

    SourceSpan of(Range range) {
        int start = offset(range.begin);
        int end = Math.max(start, Math.min(offset(range.end) + 1, length));
        return new SourceSpan(source.origin(start), source.origin(end));
    }

    SourceSpan everything() {
        return new SourceSpan(0, source.origin(length));
    }

    private int offset(Position position) {
        int line = Math.min(Math.max(position.line, 1), lineStarts.size());
        return Math.min(lineStarts.get(line - 1) + Math.max(position.column, 1) - 1, length);
    }
}
