package dev.quarry.query.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Of which lambdas the methods of a class can be. A method is of a lambda whose code is foreseen to be the method's. No lambda
 * has methods of different code, so one that is another method's for certain is left out. What is foreseen may be wrong,
 * though: a lambda whose code a method does not have is passed over only in favour of one of which all code is foreseen, or if
 * it has another method.
 */
final class Candidates {
    private final List<Choice> choices = new ArrayList<>();
    private final Map<SourceLambda, Set<String>> onlyOnes = new HashMap<>();
    private final Map<SourceLambda, Set<String>> found = new HashMap<>();

    /**
     * A method with the lambdas that are left for it.
     *
     * @param method the method
     * @param possible the lambdas that fit its place and descriptor
     * @param exact those of which all code is foreseen, as the method has it
     * @param foreseen whether the code of any of them is foreseen as the method has it
     * @param left those of which it can be
     */
    private record Choice(
            Implementation method,
            List<SourceLambda> possible,
            Set<SourceLambda> exact,
            boolean foreseen,
            Set<SourceLambda> left) {

        static Choice of(Implementation method, List<SourceLambda> possible) {
            List<SourceLambda> alike = possible.stream()
                    .filter(source -> source.isLike(method, holding -> true))
                    .toList();
            Set<SourceLambda> exact = new LinkedHashSet<>(alike.stream()
                    .filter(source ->
                            source.isLike(method, holding -> !holding.trace().isVague()))
                    .toList());
            return new Choice(
                    method, possible, exact, !alike.isEmpty(), new LinkedHashSet<>(alike.isEmpty() ? possible : alike));
        }

        boolean isDecided() {
            return left.size() == 1;
        }

        boolean isExact() {
            return left.stream().anyMatch(exact::contains);
        }

        boolean hasCodeOf(Choice other) {
            return method.digest().equals(other.method.digest());
        }
    }

    Candidates(Collection<SourceLambda> sources, List<Implementation> methods) {
        methods.forEach(method -> choices.add(Choice.of(method, possible(sources, method))));
        leaveOut();
        for (Choice choice : choices) {
            if (choice.isDecided()) {
                note(onlyOnes, choice.left, choice);
            }
            note(found, isSettled(choice) ? choice.left : choice.exact, choice);
        }
    }

    /** What is done with a method. */
    interface Visitor {
        /** The method is of one of these lambdas, each of which can be meant. */
        void visit(List<SourceLambda> candidates, Implementation method);
    }

    /** Visits the methods that can be paired. */
    void visit(Visitor visitor) {
        choices.stream()
                .filter(choice -> doubtful(choice).isEmpty())
                .forEach(choice -> visitor.visit(List.copyOf(choice.left), choice.method));
    }

    /** The lambdas of which it is doubtful what their methods are. */
    Collection<SourceLambda> doubtful() {
        Set<SourceLambda> doubtful = new LinkedHashSet<>();
        choices.forEach(choice -> doubtful.addAll(doubtful(choice)));
        return doubtful;
    }

    /** Those that fit; where javac's order of captured variables is foreseen for some of them, these. */
    private static List<SourceLambda> possible(Collection<SourceLambda> sources, Implementation method) {
        List<SourceLambda> fitting =
                sources.stream().filter(source -> fits(source, method)).toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("no lambda in the source belongs to the method " + method.key());
        }
        List<SourceLambda> inOrder = filtered(fitting, source -> Captures.areInOrder(source, method));
        return inOrder.isEmpty() ? fitting : inOrder;
    }

    private static boolean fits(SourceLambda source, Implementation method) {
        return source.kind() == method.kind()
                && method.takes(source.recordName())
                && source.place().holds(method)
                && Captures.fit(source, method);
    }

    private void leaveOut() {
        Deque<Choice> decided =
                new ArrayDeque<>(choices.stream().filter(Choice::isDecided).toList());
        while (!decided.isEmpty()) {
            Choice one = decided.remove();
            for (Choice other : choices) {
                if (!other.isDecided()
                        && !other.hasCodeOf(one)
                        && other.left.removeAll(one.left)
                        && other.isDecided()) {
                    decided.add(other);
                }
            }
        }
    }

    /** Whether all lambdas that are left for a method have it or one of the same code, or need not be told apart. */
    private boolean isSettled(Choice choice) {
        if (choice.possible.size() == 1) {
            return true;
        }
        long alike = choices.stream()
                .filter(other -> other.hasCodeOf(choice) && other.left.equals(choice.left))
                .count();
        return choice.foreseen
                && (alike == choice.left.size() || MethodPlans.allDoTheSame(List.copyOf(choice.left), choice.method));
    }

    private static void note(Map<SourceLambda, Set<String>> digests, Set<SourceLambda> sources, Choice choice) {
        sources.forEach(source ->
                digests.computeIfAbsent(source, unseen -> new HashSet<>()).add(choice.method.digest()));
    }

    private Set<SourceLambda> doubtful(Choice choice) {
        boolean twoMethods = choice.isDecided()
                && choice.left.stream()
                        .anyMatch(only -> onlyOnes.getOrDefault(only, Set.of()).size() > 1);
        if (choice.isExact() && !twoMethods) {
            return Set.of();
        }
        List<SourceLambda> passedOver =
                filtered(choice.possible, source -> !choice.left.contains(source) && !hasOtherMethod(source, choice));
        if (passedOver.isEmpty() && !twoMethods) {
            return Set.of();
        }
        Set<SourceLambda> doubtful = new LinkedHashSet<>(choice.left);
        doubtful.addAll(passedOver.isEmpty() ? choice.possible : passedOver);
        return doubtful;
    }

    private boolean hasOtherMethod(SourceLambda source, Choice choice) {
        return found.getOrDefault(source, Set.of()).stream().anyMatch(digest -> !digest.equals(choice.method.digest()));
    }

    private static List<SourceLambda> filtered(List<SourceLambda> sources, Predicate<SourceLambda> test) {
        return sources.stream().filter(test).toList();
    }
}
