package dev.quarry.query.diagnostic;

import dev.quarry.query.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is wrong with a lambda.
 *
 * @param code which rule it breaks
 * @param span the smallest part of the source that is wrong
 * @param what the first line: what is wrong, in lower case, names in single quotes, no full stop
 * @param notes further lines: why, what is supported instead
 * @param help the rewrite that compiles; empty if there is none
 */
public record Diagnostic(DiagnosticCode code, SourceSpan span, String what, List<String> notes, List<String> help) {
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(what, "what");
        notes = List.copyOf(notes);
        help = List.copyOf(help);
    }

    /** The text for the user: {@code [QC2007] 'region' may be null}, then notes and help, each on a line of its own. */
    public String render() {
        Stream<String> first = Stream.of("[" + code.id() + "] " + what);
        Stream<String> more = Stream.concat(notes.stream(), help.stream().map(line -> "help: " + line));
        return Stream.concat(first, more.map(line -> "  " + line)).collect(Collectors.joining("\n"));
    }
}
