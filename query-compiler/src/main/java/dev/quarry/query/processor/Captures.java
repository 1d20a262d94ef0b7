package dev.quarry.query.processor;

import dev.quarry.query.processor.SourceLambda.Captured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which variable is which of the values that a lambda object holds. javac hands them over in the order of their first use;
 * where the class file has names these decide. Newer versions of javac leave out what only code that never runs would use.
 */
final class Captures {
    private Captures() {}

    /** Whether the method's parameters can be these variables, or some of them, in this order. */
    static boolean fit(SourceLambda source, Implementation method) {
        return earliest(source.captured(), method.captured()).isPresent();
    }

    /** The index of each variable that javac hands over; empty where that cannot be told. */
    static Optional<Map<String, Integer>> indexes(SourceLambda source, Implementation method) {
        return byName(source, method)
                .or(() -> byType(source, method))
                .or(() -> byOrder(source, method))
                .or(() -> byUse(source, method))
                .map(variables -> indexes(variables, method));
    }

    /**
     * The same for a method that may be another lambda's, whose code is equal: its names may be the other lambda's too, but
     * equal code uses what comes first first.
     */
    static Optional<Map<String, Integer>> indexesByOrder(SourceLambda source, Implementation method) {
        return byOrder(source, method).map(variables -> indexes(variables, method));
    }

    private static Map<String, Integer> indexes(List<Captured> variables, Implementation method) {
        Map<String, Integer> indexes = new HashMap<>();
        if (method.holdsThis()) {
            indexes.put(dev.quarry.query.rewrite.Captures.THIS, 0);
        }
        for (Captured variable : variables) {
            indexes.put(variable.name(), indexes.size());
        }
        return indexes;
    }

    private static Optional<List<Captured>> byName(SourceLambda source, Implementation method) {
        List<String> types = method.captured();
        if (method.parameterNames().size() != types.size() + 1) {
            return Optional.empty();
        }
        List<Captured> found = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            found.add(new Captured(method.parameterNames().get(i), types.get(i)));
        }
        return source.captured().containsAll(found) ? Optional.of(found) : Optional.empty();
    }

    /** Each by its type, if no other variable has that. */
    private static Optional<List<Captured>> byType(SourceLambda source, Implementation method) {
        List<Captured> found = new ArrayList<>();
        for (String type : method.captured()) {
            List<Captured> alike = source.captured().stream()
                    .filter(variable -> variable.descriptor().equals(type))
                    .toList();
            if (alike.size() == 1) {
                found.add(alike.get(0));
            }
        }
        return found.size() == method.captured().size() ? Optional.of(found) : Optional.empty();
    }

    /** The order, unless some are left out and the types don't say which, or the code reads them in another order. */
    private static Optional<List<Captured>> byOrder(SourceLambda source, Implementation method) {
        boolean otherOrder = !source.trace().matches(method.trace())
                && source.trace().withoutCaptures().matches(method.trace().withoutCaptures());
        return earliest(source.captured(), method.captured())
                .filter(found -> !otherOrder
                        && found.equals(
                                latest(source.captured(), method.captured()).orElseThrow()));
    }

    /** All that the plan needs the lambda object holds; if it holds no more than that, there is nothing to tell apart. */
    private static Optional<List<Captured>> byUse(SourceLambda source, Implementation method) {
        List<Captured> used = source.captured().stream()
                .filter(variable -> source.compiled().captures().contains(variable.name()))
                .toList();
        boolean same = used.stream().map(Captured::descriptor).toList().equals(method.captured());
        return same ? Optional.of(used) : Optional.empty();
    }

    private static Optional<List<Captured>> earliest(List<Captured> variables, List<String> types) {
        List<Captured> found = new ArrayList<>();
        for (Captured variable : variables) {
            if (found.size() < types.size() && variable.descriptor().equals(types.get(found.size()))) {
                found.add(variable);
            }
        }
        return found.size() == types.size() ? Optional.of(found) : Optional.empty();
    }

    private static Optional<List<Captured>> latest(List<Captured> variables, List<String> types) {
        return earliest(reversed(variables), reversed(types)).map(Captures::reversed);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
