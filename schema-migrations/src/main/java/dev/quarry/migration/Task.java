package dev.quarry.migration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that a script does to the stores. */
sealed interface Task {

    /** The stores that must be there before. */
    Set<String> sources();

    /** The stores that are there afterwards. */
    Set<String> targets();

    /** Records move along routes; what they left is gone afterwards. */
    record Rebuild(List<Route<?, ?>> routes) implements Task {
        public Rebuild {
            routes = List.copyOf(routes);
        }

        @Override
        public Set<String> sources() {
            return routes.stream().map(Route::from).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public Set<String> targets() {
            return routes.stream().map(Route::to).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** The routes that begin at a store. */
        List<Route<?, ?>> routesFrom(String store) {
            return routes.stream().filter(route -> route.from().equals(store)).toList();
        }

        /** The routes that end at a store. */
        List<Route<?, ?>> routesTo(String store) {
            return routes.stream().filter(route -> route.to().equals(store)).toList();
        }
    }

    /** Stores that hold no records are left as they are, to take the new record when they are opened. */
    record Pass(Set<String> sources) implements Task {
        public Pass {
            sources = Set.copyOf(sources);
        }

        @Override
        public Set<String> targets() {
            return sources;
        }
    }

    /** A store gets another name. */
    record Rename(String from, String to) implements Task {
        @Override
        public Set<String> sources() {
            return Set.of(from);
        }

        @Override
        public Set<String> targets() {
            return Set.of(to);
        }
    }
}
