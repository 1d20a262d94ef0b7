package dev.quarry.query.laboratory;

import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.MemoryFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the expressions at which javac itself fails, or of which it makes no sound code, by halving, without any processor. */
final class JavacCrash {
    private final List<Term> terms;
    private final String more;

    /**
     * A search among expressions.
     *
     * @param more further members of their class
     */
    JavacCrash(List<Term> terms, String more) {
        this.terms = terms;
        this.more = more;
    }

    /**
     * The indexes of the expressions at which javac fails.
     *
     * @param leftOut indexes of expressions that are left out
     * @return empty if javac alone does not fail at what is left, or fails at no single one
     */
    Set<Integer> culprits(Set<Integer> leftOut) {
        List<Integer> left = IntStream.range(0, terms.size())
                .filter(index -> !leftOut.contains(index))
                .boxed()
                .toList();
        Set<Integer> culprits = new TreeSet<>();
        halve(left, culprits);
        return culprits;
    }

    private void halve(List<Integer> indexes, Set<Integer> culprits) {
        if (!crashes(indexes)) {
            return;
        }
        if (indexes.size() == 1) {
            culprits.addAll(indexes);
            return;
        }
        int half = indexes.size() / 2;
        halve(indexes.subList(0, half), culprits);
        halve(indexes.subList(half, indexes.size()), culprits);
    }

    private boolean crashes(List<Integer> indexes) {
        Set<Integer> others = IntStream.range(0, terms.size())
                .filter(index -> !indexes.contains(index))
                .boxed()
                .collect(Collectors.toSet());
        MemoryFiles files = new MemoryFiles();
        CompiledSources compiled = CompiledSources.into(Path.of("memory"))
                .source(
                        "generated/Generated.java",
                        BatchSource.of(terms, others, more).text())
                .classPath(CompiledSources.origin(Specimen.class))
                .options("-nowarn", "-Xmaxerrs", "1000", "-proc:none")
                .compile(files);
        return compiled.crashed() || compiled.succeeded() && !Compilation.isSound(files.contents());
    }
}
