package dev.quarry.plan;

import dev.quarry.error.FilterOutdated;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns filters on one store's records into what its engine runs. Thread-safe. */
public final class FilterBinder {
    private final String engine;
    private final String fingerprint;

    /**
     * A binder for one record on one engine.
     *
     * @param engine the engine's name, as plans use it
     * @param schema the record as the program at hand declares it
     */
    public FilterBinder(String engine, Schema schema) {
        this.engine = engine;
        this.fingerprint = schema.fingerprint();
    }

    /**
     * Reads the captured values of every lambda in the tree.
     *
     * @throws dev.quarry.error.FilterNotCompiled if a lambda has no plan
     * @throws FilterOutdated if a plan was made for other code or for another shape of the record
     */
    public BoundFilter bind(FilterTree filter) {
        List<LeafState> leaves = new ArrayList<>(filter.lambdas().size());
        for (Object lambda : filter.lambdas()) {
            leaves.add(state(lambda));
        }
        return new Bound(filter.joins(), leaves);
    }

    private LeafState state(Object lambda) {
        LambdaSite site = LambdaSite.of(lambda);
        Plan.FilterPlan plan = site.filterPlan();
        if (!plan.origin().fingerprint().equals(fingerprint)) {
            throw FilterOutdated.becauseOfRecord(
                    plan.origin().source(), plan.origin().text(), plan.origin().record());
        }
        return LeafState.of(site, site.enginePlan(engine), site.captures(lambda));
    }

    private record Bound(String joins, List<LeafState> leaves) implements BoundFilter {
        @Override
        public Object shape() {
            LambdaSite[] sites = new LambdaSite[leaves.size()];
            byte[][] shapes = new byte[sites.length][];
            for (int i = 0; i < sites.length; i++) {
                sites[i] = leaves.get(i).site();
                shapes[i] = leaves.get(i).shape();
            }
            return new FilterShape(joins, sites, shapes);
        }

        @Override
        public SqlText whenTrue(ColumnResolver columns) {
            SqlWriter out = new SqlWriter(columns);
            new PredicateSql(out).writeWhenTrue(folded());
            return out.finish();
        }

        @Override
        public SqlText whenThrowing(ColumnResolver columns) {
            SqlWriter out = new SqlWriter(columns);
            new PredicateSql(out).writeWhenThrowing(folded());
            return out.finish();
        }

        @Override
        public boolean canThrow() {
            return !folded().accept(new Totality());
        }

        private Node folded() {
            return new Composition(leaves).compose(joins);
        }

        @Override
        public boolean isNeverTrue() {
            return folded() instanceof Node.Constant constant && constant.outcome() != Node.Outcome.TRUE;
        }

        @Override
        public int lambdas() {
            return leaves.size();
        }

        @Override
        public String text() {
            return new FilterText(joins)
                    .of(leaves.stream()
                            .map(leaf -> leaf.site().filterPlan().origin().text())
                            .iterator());
        }

        @Override
        public @Nullable Object[] values() {
            if (leaves.size() == 1) {
                return leaves.get(0).values();
            }
            List<@Nullable Object> all = new ArrayList<>();
            for (LeafState leaf : leaves) {
                for (Object value : leaf.values()) {
                    all.add(value);
                }
            }
            return all.toArray();
        }
    }
}
