package dev.quarry.query.laboratory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Operations of which expressions are made. Immutable. */
final class Repertoire {
    static final Repertoire EVERYTHING = new Repertoire(Generator.OPERATIONS);

    private final List<Operation> all;
    private final Map<String, List<Operation>> byId;
    private final Map<String, List<Operation>> byResult;
    private final List<String> ids;

    private Repertoire(List<Operation> all) {
        this.all = all;
        this.byId = all.stream().collect(Collectors.groupingBy(Operation::id, LinkedHashMap::new, Collectors.toList()));
        this.byResult = all.stream().collect(Collectors.groupingBy(Operation::sort));
        this.ids = List.copyOf(byId.keySet());
    }

    /** The operations of these ids alone, so that no expression is without a form because of one that has none. */
    static Repertoire of(Set<String> ids) {
        return new Repertoire(Generator.OPERATIONS.stream()
                .filter(operation -> ids.contains(operation.id()))
                .toList());
    }

    List<Operation> all() {
        return all;
    }

    /** The operations that give a value of that sort. */
    List<Operation> giving(String sort) {
        return byResult.getOrDefault(sort, List.of());
    }

    /** The operations of one id; the numbers count through all ids, again and again. */
    List<Operation> turn(int number) {
        return byId.getOrDefault(ids.get(number % ids.size()), List.of());
    }
}
