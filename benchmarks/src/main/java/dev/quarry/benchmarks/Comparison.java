package dev.quarry.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One operation on both sides in one run.
 *
 * @param engine the database
 * @param operation the benchmark's method
 * @param rows how many records the store had
 * @param jdbc the time by hand
 * @param quarry Quarry's time
 */
record Comparison(String engine, String operation, String rows, Time jdbc, Time quarry) {

    /**
     * A time per call.
     *
     * @param micros the mean in microseconds
     * @param error half the width of its interval of confidence; not a number if there was a single measurement
     */
    record Time(double micros, double error) {
        private double relativeError() {
            return error / micros;
        }
    }

    /** How many times as long Quarry takes. */
    double ratio() {
        return quarry.micros() / jdbc.micros();
    }

    /** The error of the ratio, from the errors of the times, which are independent of each other. */
    double error() {
        return ratio() * Math.hypot(jdbc.relativeError(), quarry.relativeError());
    }

    /** The operations that a run measured as times on both sides, in the order of the run, by engine. */
    static List<Comparison> of(Collection<RunResult> results) {
        Map<List<String>, Map<Side, Time>> times = new LinkedHashMap<>();
        for (RunResult result : results) {
            if (result.getParams().getMode() == Mode.AverageTime) {
                String rows = result.getParams().getParam("rows");
                String engine = result.getParams().getParam("engine");
                Result<?> primary = result.getPrimaryResult();
                times.computeIfAbsent(List.of(engine, primary.getLabel(), rows), unseen -> new EnumMap<>(Side.class))
                        .put(Side.valueOf(result.getParams().getParam("side")), time(primary));
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        times.forEach((measured, sides) -> {
            Time jdbc = sides.get(Side.JDBC);
            Time quarry = sides.get(Side.QUARRY);
            if (jdbc != null && quarry != null) {
                comparisons.add(new Comparison(measured.get(0), measured.get(1), measured.get(2), jdbc, quarry));
            }
        });
        comparisons.sort(Comparator.comparing(Comparison::engine));
        return comparisons;
    }

    private static Time time(Result<?> result) {
        return new Time(result.getScore(), result.getScoreError());
    }
}
