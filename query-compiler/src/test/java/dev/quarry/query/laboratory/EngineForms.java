package dev.quarry.query.laboratory;

import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Of which operations an engine has a form, as the compiler tells of examples on components of the record. */
final class EngineForms {
    private static final int BATCH = 400;

    private EngineForms() {}

    /** The ids of the operations, or of one of their kinds at least. */
    static Set<String> of(Backend backend, List<Operation> operations) {
        List<Operation> first = new ArrayList<>();
        List<Operation> further = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        operations.forEach(operation -> (seen.add(operation.id()) ? first : further).add(operation));
        Set<String> ids = compiled(backend, first);
        further.removeIf(operation -> ids.contains(operation.id()));
        ids.addAll(compiled(backend, further));
        return ids;
    }

    private static Set<String> compiled(Backend backend, List<Operation> operations) {
        Set<String> ids = new TreeSet<>();
        List<Term> terms = operations.stream().map(EngineForms::example).toList();
        for (int from = 0; from < terms.size(); from += BATCH) {
            Compilation compilation = Compilation.of(terms.subList(from, Math.min(terms.size(), from + BATCH)));
            for (int index : compilation.withForm(backend)) {
                ids.add(operations.get(from + index).id());
            }
        }
        return ids;
    }

    private static Term example(Operation operation) {
        Term plain = Generator.plain(operation);
        return plain.isBoolean() || Sorts.COMPARED.contains(plain.sort())
                ? plain
                : new Term("boolean", "{0}.isPresent()", List.of(plain), "isPresent");
    }
}
