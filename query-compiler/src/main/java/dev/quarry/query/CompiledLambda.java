package dev.quarry.query;

import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.Plan;
import dev.quarry.query.advice.IndexAdvice;
import dev.quarry.query.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A lambda that was understood, waiting for what only its class file can tell. */
public interface CompiledLambda {

    /** The captured variables, each once, in the order of their first use in the text. */
    List<String> captures();

    /** The stretches of the text that a constant condition keeps from running. */
    List<SourceSpan> neverRun();

    /** Which indexes find the records of a filter; empty for a field. */
    Optional<IndexAdvice> advice();

    /**
     * The finished plan.
     *
     * @param key the implementing method
     * @param source file and line, {@code Hello.java:9}
     * @param digest digest of the implementing method; empty where there is none
     * @param captureIndexes for each of {@link #captures()}, its index among the values the lambda object holds
     */
    Plan plan(LambdaKey key, String source, String digest, List<Integer> captureIndexes);
}
