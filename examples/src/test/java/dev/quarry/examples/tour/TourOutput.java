package dev.quarry.examples.tour;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tour printed, taken apart again. */
final class TourOutput {
    private final String text;

    TourOutput(String text) {
        this.text = text;
    }

    /** A progress bar draws over itself: this is how it looked in the end. */
    String lastBar(String store) {
        List<String> drawn = text.lines()
                .filter(line -> line.startsWith(store + " ") && line.contains("%"))
                .toList();
        return drawn.get(drawn.size() - 1);
    }

    int questions() {
        return (int) text.lines().filter(line -> line.matches("\\d+\\. .*")).count();
    }

    String title(int question) {
        Matcher start = start(question);
        return text.substring(start.end(), text.indexOf('\n', start.end())).strip();
    }

    String lambda(int question) {
        return only(question, "lambda");
    }

    /** The answers that are shown, five at most. */
    List<String> answers(int question) {
        return labelled(question, "answer");
    }

    String sql(int question) {
        return only(question, "sql");
    }

    /** How the records were found. */
    String access(int question) {
        return only(question, "found").substring("by ".length());
    }

    private String only(int question, String label) {
        List<String> lines = labelled(question, label);
        if (lines.size() != 1) {
            throw new AssertionError("question " + question + " has " + lines.size() + " lines '" + label + "'");
        }
        return lines.get(0);
    }

    private List<String> labelled(int question, String label) {
        return block(question)
                .lines()
                .filter(line -> line.startsWith("   " + label + " "))
                .map(line -> line.substring(11))
                .toList();
    }

    private String block(int question) {
        int from = start(question).start();
        Matcher next = Pattern.compile("(?m)^" + (question + 1) + "\\. ").matcher(text);
        return text.substring(from, next.find(from) ? next.start() : text.length());
    }

    private Matcher start(int question) {
        Matcher start = Pattern.compile("(?m)^" + question + "\\. ").matcher(text);
        if (!start.find()) {
            throw new AssertionError("there is no question " + question + " in: " + text);
        }
        return start;
    }
}
