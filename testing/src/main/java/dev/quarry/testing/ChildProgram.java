package dev.quarry.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Programs of the tests in a JVM of their own, with the class path of this one. */
public final class ChildProgram {
    /** What a process returns that was killed by signal 9. */
    public static final int KILLED = 128 + 9;

    private ChildProgram() {}

    /** A program that has not been started; its errors go where those of this JVM go. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        return of(main, List.of(), arguments);
    }

    /** The same with more options for its JVM. */
    public static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * A program that has ended.
     *
     * @param lines what it printed; the last one may be cut off
     * @param exit what it returned
     * @param time from its first line to its end
     */
    public record Ended(List<String> lines, int exit, Duration time) {
        public Ended {
            lines = List.copyOf(lines);
        }
    }

    /** Runs a program and kills it some time after the first line that it prints, through a handle that leaves its output open. */
    public static Ended killed(ProcessBuilder program, Duration afterFirstLine)
            throws IOException, InterruptedException {
        Process process = program.start();
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            long begin = System.nanoTime();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (lines.isEmpty()) {
                    begin = System.nanoTime();
                    killer.schedule(
                            process.toHandle()::destroyForcibly, afterFirstLine.toNanos(), TimeUnit.NANOSECONDS);
                }
                lines.add(line);
            }
            return new Ended(lines, process.waitFor(), Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            killer.shutdownNow();
            process.destroyForcibly();
        }
    }
}
