package dev.quarry.migration;

import dev.quarry.codec.RowRecords;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.RecordSchemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The task behind a listed change. */
final class ChangeTask implements Change.Visitor<Task> {
    static final ChangeTask OF = new ChangeTask();

    private ChangeTask() {}

    @Override
    public Task convert(Change.Convert change) {
        return new Task.Rebuild(
                List.of(route(change.store(), change.store(), change.record(), row -> true, change.steps())));
    }

    @Override
    public Task rename(Change.Rename change) {
        return new Task.Rename(change.from(), change.to());
    }

    @Override
    public Task split(Change.Split change) {
        List<Route<?, ?>> routes = new ArrayList<>();
        for (Change.Part part : change.parts()) {
            routes.add(route(change.store(), part.store(), part.record(), part.takes(), part.steps()));
        }
        return new Task.Rebuild(routes);
    }

    @Override
    public Task merge(Change.Merge change) {
        List<Route<?, ?>> routes = new ArrayList<>();
        for (Change.Source source : change.sources()) {
            routes.add(route(source.store(), change.store(), change.record(), row -> true, source.steps()));
        }
        return new Task.Rebuild(routes);
    }

    private static <N extends Record> Route<?, N> route(
            String from, String to, Class<N> record, Predicate<Row> takes, List<Step> steps) {
        DeclaredRecord<N> target = RecordSchemas.of(record);
        Set<Index> indexes = new LinkedHashSet<>(target.indexes());
        for (Step step : steps) {
            if (step instanceof Step.AddIndex index) {
                indexes.add(new Index(
                        index.paths().stream()
                                .map(path -> new Index.Part(FieldPath.parse(path), false))
                                .toList(),
                        index.unique()));
            }
        }
        return new Route<>(
                from,
                new Shape.AsStored(),
                to,
                target,
                List.copyOf(indexes),
                new StepConverter<>(takes, steps, RowRecords.of(target)),
                steps);
    }
}
