package dev.quarry.migration.cli;

import dev.quarry.migration.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws a bar for each store, and one line for each phase that has none. Used by one thread; closing it ends the bar. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 100;

    private final Optional<PrintWriter> console;
    private Optional<ProgressBar> bar = Optional.empty();
    private String task = "";

    private ConsoleProgress(Optional<PrintWriter> console) {
        this.console = console;
    }

    static ConsoleProgress drawing(PrintWriter console) {
        return new ConsoleProgress(Optional.of(console));
    }

    static ConsoleProgress silent() {
        return new ConsoleProgress(Optional.empty());
    }

    @Override
    public void at(Phase phase, String store, long done, long total) {
        String name = (phase.name().toLowerCase(Locale.ROOT) + " " + store).strip();
        console.ifPresent(to -> draw(to, name, done, total));
    }

    /** So many records of a store are copied, of so many. */
    void copied(String store, long done, long total) {
        console.ifPresent(to -> draw(to, "copy " + store, done, total));
    }

    private void draw(PrintWriter to, String name, long done, long total) {
        if (total == 0) {
            close();
            to.println(name);
            to.flush();
            return;
        }
        if (!name.equals(task) || bar.isEmpty()) {
            close();
            task = name;
            bar = Optional.of(bar(to, name, total));
        }
        bar.get().stepTo(done);
    }

    private static ProgressBar bar(PrintWriter to, String name, long total) {
        ProgressBarBuilder bars = ProgressBar.builder()
                .setTaskName(name)
                .setInitialMax(total)
                .setUnit(" records", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> {
                            to.print('\r' + line);
                            to.flush();
                        },
                        WIDTH));
        return bars.build();
    }

    @Override
    public void close() {
        if (bar.isPresent()) {
            bar.get().close();
            bar = Optional.empty();
            console.ifPresent(PrintWriter::println);
        }
    }
}
