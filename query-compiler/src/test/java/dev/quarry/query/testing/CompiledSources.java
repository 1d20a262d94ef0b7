package dev.quarry.query.testing;

import dev.quarry.Filter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java sources compiled by the javac of this JVM into a directory, with what javac said and a class loader over the result. */
public final class CompiledSources {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final String INTERNAL_ERROR = "Internal error: ";

    private final boolean succeeded;
    private final List<Problem> problems;
    private final String printed;
    private final Path output;
    private final List<Path> classPath;

    private CompiledSources(
            boolean succeeded, List<Problem> problems, String printed, Path output, List<Path> classPath) {
        this.succeeded = succeeded;
        this.problems = problems;
        this.printed = printed;
        this.output = output;
        this.classPath = classPath;
    }

    /**
     * What javac said.
     *
     * @param kind error, warning or note
     * @param line from 1; -1 without a place
     * @param column from 1; -1 without a place
     * @param message the whole text
     */
    public record Problem(Kind kind, long line, long column, String message) {}

    /** Starts a compilation into a directory, which need not exist. */
    public static Builder into(Path output) {
        return new Builder(output);
    }

    /** Where a class was loaded from. */
    public static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether javac made class files. */
    public boolean succeeded() {
        return succeeded;
    }

    /** Everything that javac said. */
    public List<Problem> problems() {
        return problems;
    }

    /** The errors alone. */
    public List<Problem> errors() {
        return problems.stream().filter(problem -> problem.kind() == Kind.ERROR).toList();
    }

    /** Whether javac itself failed: it made no class files, and found no error in the sources. */
    public boolean crashed() {
        return !succeeded && errors().stream().allMatch(error -> error.message().startsWith(INTERNAL_ERROR));
    }

    /** The directory of the class files. */
    public Path output() {
        return output;
    }

    /** This, or an error that shows what javac said. */
    public CompiledSources orFail() {
        if (!succeeded) {
            throw new AssertionError(problems.stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining("\n", "javac failed\n", "\n" + printed)));
        }
        return this;
    }

    /** A class out of the result, from a loader of its own. */
    public Class<?> load(String name) {
        try {
            return Class.forName(name, true, loader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    /** A new loader over the result. */
    public ClassLoader loader() {
        List<Path> places = new ArrayList<>(classPath);
        places.add(0, output);
        return new URLClassLoader(places.stream().map(CompiledSources::url).toArray(URL[]::new), parent());
    }

    private static ClassLoader parent() {
        return Filter.class.getClassLoader();
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What to compile, and how. */
    public static final class Builder {
        private final Path output;
        private final Map<String, String> sources = new LinkedHashMap<>();
        private final List<String> options = new ArrayList<>();
        private final List<Path> classPath = new ArrayList<>();
        private @Nullable Processor processor;
        private boolean modules;

        private Builder(Path output) {
            this.output = output;
        }

        /** Adds a source by its path: {@code app/Main.java}. */
        public Builder source(String path, String text) {
            sources.put(path, text);
            return this;
        }

        /** Adds options of javac. */
        public Builder options(String... more) {
            options.addAll(Arrays.asList(more));
            return this;
        }

        /** Adds to the class path (or module path), on which core and JSpecify are already. */
        public Builder classPath(Path... more) {
            classPath.addAll(Arrays.asList(more));
            return this;
        }

        /** Compiles with this processor alone; without this call, with none. */
        public Builder processor(Processor with) {
            processor = with;
            return this;
        }

        /** Looks for classes on the module path instead of the class path. */
        public Builder modules() {
            modules = true;
            return this;
        }

        /** Runs javac. */
        public CompiledSources compile() {
            try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, Locale.ROOT, null)) {
                Files.createDirectories(output);
                files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
                return compile(files);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Runs javac on a file manager that knows where its output goes. */
        public CompiledSources compile(JavaFileManager files) {
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            List<SourceText> units = sources.entrySet().stream()
                    .map(source -> new SourceText(source.getKey(), source.getValue()))
                    .toList();
            StringWriter printed = new StringWriter();
            CompilationTask task = JAVAC.getTask(printed, files, said, allOptions(), null, units);
            if (processor != null) {
                task.setProcessors(List.of(processor));
            }
            task.setLocale(Locale.ROOT);
            boolean succeeded = task.call();
            return new CompiledSources(succeeded, problems(said), printed.toString(), output, List.copyOf(classPath));
        }

        private List<String> allOptions() {
            List<Path> places = new ArrayList<>(classPath);
            places.add(origin(Filter.class));
            places.add(origin(Nullable.class));
            List<String> all = new ArrayList<>(options);
            all.add(modules ? "--module-path" : "-classpath");
            all.add(places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            if (processor == null && options.stream().noneMatch(option -> option.startsWith("-proc"))) {
                all.add("-proc:none");
            }
            return all;
        }

        private static List<Problem> problems(DiagnosticCollector<JavaFileObject> said) {
            List<Problem> problems = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> one : said.getDiagnostics()) {
                problems.add(new Problem(
                        one.getKind(), one.getLineNumber(), one.getColumnNumber(), one.getMessage(Locale.ROOT)));
            }
            return problems;
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
