package dev.quarry.migration;

import dev.quarry.codec.RowRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Converts by steps. */
final class StepConverter<N> implements Converter<Map<String, @Nullable Object>, N> {
    private final Predicate<Row> takes;
    private final List<Step> steps;
    private final RowRecords<N> records;

    StepConverter(Predicate<Row> takes, List<Step> steps, RowRecords<N> records) {
        this.takes = takes;
        this.steps = steps;
        this.records = records;
    }

    @Override
    public Optional<Converted<N>> convert(String key, Map<String, @Nullable Object> old) {
        if (!taken(old)) {
            return Optional.empty();
        }
        StepRunner runner = new StepRunner(key, old);
        steps.forEach(step -> step.accept(runner));
        return Optional.of(new Converted<>(runner.key(), records.record(runner.row())));
    }

    private boolean taken(Map<String, @Nullable Object> old) {
        try {
            return takes.test(new Row(old));
        } catch (Throwable e) {
            throw Unconverted.by(e, null);
        }
    }

    @Override
    public Optional<Map<String, @Nullable Object>> back(N record) {
        return Optional.empty();
    }
}
