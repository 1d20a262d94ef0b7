package dev.quarry.query.processor;

import dev.quarry.query.processor.SourceLambda.Captured;
import dev.quarry.query.processor.SourceLambda.Holding;
import java.util.ArrayList;
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

    /** Whether the method's parameters can be these variables, or some of them, in any order. */
    static boolean fit(SourceLambda source, Implementation method) {
        List<String> left = new ArrayList<>(descriptors(source.captured()));
        return method.captured().stream().allMatch(left::remove);
    }

    /** Whether they can be those that javac hands over in one of the orders that are foreseen, or some of them. */
    static boolean areInOrder(SourceLambda source, Implementation method) {
        return source.holdings().stream().anyMatch(holding -> isPart(method.captured(), holding.variables()));
    }

    private static boolean isPart(List<String> types, List<Captured> variables) {
        int found = 0;
        for (Captured variable : variables) {
            if (found < types.size() && variable.descriptor().equals(types.get(found))) {
                found++;
            }
        }
        return found == types.size();
    }

    /** The index of each variable that javac hands over; empty where that cannot be told. */
    static Optional<Map<String, Integer>> indexes(SourceLambda source, Implementation method) {
        return byName(source, method)
                .or(() -> byType(source, method))
                .or(() -> byOrder(source, method))
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

    /** What javac hands over, unless that may be one or the other, or the method reads it in another order. */
    private static Optional<List<Captured>> byOrder(SourceLambda source, Implementation method) {
        List<List<Captured>> possible = source.holdings().stream()
                .filter(holding -> descriptors(holding.variables()).equals(method.captured()))
                .filter(holding -> !readsInOtherOrder(holding, method))
                .map(Holding::variables)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static boolean readsInOtherOrder(Holding holding, Implementation method) {
        return !holding.isLike(method)
                && holding.trace().withoutCaptures().matches(method.trace().withoutCaptures());
    }

    private static List<String> descriptors(List<Captured> variables) {
        return variables.stream().map(Captured::descriptor).toList();
    }
}
