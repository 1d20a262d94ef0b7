package dev.quarry.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Writes joined lambdas as a user would: prefix notation turned into infix. */
final class FilterText {
    private static final String END = ")";

    private final String joins;
    private final StringBuilder out = new StringBuilder();
    /** What stands behind the operand that is being written, and behind those around it. */
    private final Deque<String> behind = new ArrayDeque<>();

    FilterText(String joins) {
        this.joins = joins;
    }

    /** The text of the whole, given those of the lambdas from left to right. */
    String of(Iterator<String> lambdas) {
        for (int i = 0; i < joins.length(); i++) {
            switch (joins.charAt(i)) {
                case FilterTree.BOTH -> open("(", ") and (");
                case FilterTree.EITHER -> open("(", ") or (");
                case FilterTree.OPPOSITE -> open("not (", END);
                default -> {
                    out.append(lambdas.next());
                    close();
                }
            }
        }
        return out.toString();
    }

    private void open(String before, String after) {
        out.append(before);
        behind.push(after);
    }

    /** Ends every operand that is complete; behind a left one follows the right one. */
    private void close() {
        while (!behind.isEmpty()) {
            String next = behind.pop();
            out.append(next);
            if (!next.equals(END)) {
                behind.push(END);
                return;
            }
        }
    }
}
