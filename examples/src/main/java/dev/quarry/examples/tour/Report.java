package dev.quarry.examples.tour;

import dev.quarry.QueryPlan;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints questions with their answers, the SQL, and how the records were found. */
final class Report {
    private static final int SHOWN = 5;

    private final PrintStream console;
    private int questions;

    Report(PrintStream console) {
        this.console = console;
    }

    /** One question; {@code answers} are all of them, of which the first few are shown. */
    void answer(String question, List<?> answers, QueryPlan plan) {
        questions++;
        console.printf(Locale.ROOT, "%n%d. %s%n", questions, question);
        console.printf("   lambda  %s%n", plan.filter());
        answers.stream().limit(SHOWN).forEach(answer -> console.printf("   answer  %s%n", answer));
        if (answers.size() > SHOWN) {
            console.printf(Locale.ROOT, "           … %,d in all%n", answers.size());
        }
        console.printf("   sql     %s%n", afterWhere(plan.sql()));
        console.printf("   binds   %s%n", String.join(", ", plan.binds()));
        console.printf("   found   by %s%n", plan.access());
    }

    /** The list of columns is the same for every query on a store and longer than the rest. */
    private static String afterWhere(String sql) {
        return "select … " + sql.substring(sql.indexOf("from "));
    }
}
