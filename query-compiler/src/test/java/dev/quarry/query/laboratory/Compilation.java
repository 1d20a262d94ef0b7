package dev.quarry.query.laboratory;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.Plan;
import dev.quarry.plan.PlanFile;
import dev.quarry.query.processor.FilterProcessor;
import dev.quarry.query.testing.Backend;
import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.MemoryFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expressions compiled as one class by the real javac with the real processor, in memory. */
final class Compilation {
    private static final Pattern METHOD = Pattern.compile("lambda\\$filter(\\d+)\\$.*");

    /** What the processor says of a class file that is damaged. */
    private static final String NO_CLASS_FILE = "[QC5004]";

    /** The processor writes no file where there is no lambda. */
    private static final byte[] NO_PLANS = PlanFile.write(List.of()).getBytes(StandardCharsets.UTF_8);

    private final List<Term> terms;
    private final Map<Integer, String> refused;
    private final Set<Integer> crashing;
    private final Map<String, byte[]> files;

    private Compilation(
            List<Term> terms, Map<Integer, String> refused, Set<Integer> crashing, Map<String, byte[]> files) {
        this.terms = terms;
        this.refused = refused;
        this.crashing = crashing;
        this.files = files;
    }

    /** Compiles what the compiler takes; what it refuses is left out and noted, and so is what javac itself fails at. */
    static Compilation of(List<Term> terms) {
        return of(terms, BatchSource.NO_MORE);
    }

    /** The same, with further members of the class. */
    static Compilation of(List<Term> terms, String more) {
        Map<Integer, String> refused = new TreeMap<>();
        Set<Integer> crashing = new TreeSet<>();
        while (true) {
            Set<Integer> leftOut = new TreeSet<>(refused.keySet());
            leftOut.addAll(crashing);
            MemoryFiles files = new MemoryFiles();
            BatchSource source = BatchSource.of(terms, leftOut, more);
            CompiledSources compiled = javac(source.text(), files);
            if (compiled.succeeded() && isSound(files.contents())) {
                return new Compilation(terms, refused, crashing, files.contents());
            }
            boolean smaller = isJavacsFault(compiled)
                    ? crashing.addAll(new JavacCrash(terms, more).culprits(leftOut))
                    : note(compiled.errors(), source, refused);
            if (!smaller) {
                throw new AssertionError(compiled.orFail() + " made code that is not sound");
            }
        }
    }

    private static boolean isJavacsFault(CompiledSources compiled) {
        return compiled.succeeded()
                || compiled.crashed()
                || compiled.errors().stream().anyMatch(error -> error.message().startsWith(NO_CLASS_FILE));
    }

    /** Whether the JVM takes the class. */
    static boolean isSound(Map<String, byte[]> files) {
        try {
            Class.forName("generated.Generated", true, new Loader(files));
            return true;
        } catch (VerifyError | ClassFormatError e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean note(
            List<CompiledSources.Problem> errors, BatchSource source, Map<Integer, String> refused) {
        int known = refused.size();
        for (CompiledSources.Problem error : errors) {
            source.indexAt(error.line()).ifPresent(index -> refused.put(index, error.message()));
        }
        return refused.size() > known;
    }

    private static CompiledSources javac(String source, MemoryFiles files) {
        return CompiledSources.into(Path.of("memory"))
                .source("generated/Generated.java", source)
                .classPath(CompiledSources.origin(Specimen.class))
                .options("-nowarn", "-Xmaxerrs", "1000")
                .processor(new FilterProcessor())
                .compile(files);
    }

    /** A class {@code generated.Generated} of any source. */
    static Class<?> compiled(String source) {
        MemoryFiles files = new MemoryFiles();
        javac(source, files).orFail();
        return new Loader(files.contents()).generated();
    }

    List<Term> terms() {
        return terms;
    }

    /** What the compiler said to the expressions that it refused, by their indexes. */
    Map<Integer, String> refused() {
        return refused;
    }

    /** The indexes of the expressions at which javac fails by itself, whatever processor runs. */
    Set<Integer> crashing() {
        return crashing;
    }

    boolean isCompiled(int index) {
        return !refused.containsKey(index) && !crashing.contains(index);
    }

    /** The indexes of the expressions of which an engine has a form. */
    Set<Integer> withForm(Backend backend) {
        Set<Integer> indexes = new TreeSet<>();
        for (Plan plan : plans()) {
            Plan.FilterPlan filter = (Plan.FilterPlan) plan;
            Matcher matcher = METHOD.matcher(filter.origin().key().name());
            if (filter.engines().containsKey(backend.engine()) && matcher.matches()) {
                indexes.add(Integer.parseInt(matcher.group(1)));
            }
        }
        return indexes;
    }

    private List<Plan> plans() {
        byte[] file = files.getOrDefault(PlanFile.resourceName("generated.Generated"), NO_PLANS);
        try (InputStream in = new ByteArrayInputStream(file)) {
            return PlanFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expressions, as they were compiled. */
    Batch load() {
        return new Loader(files).batch();
    }

    /** The expressions with their plans for one engine changed. */
    Changed load(Backend backend, UnaryOperator<EnginePlan> change) {
        Map<String, byte[]> changed = new HashMap<>(files);
        Set<Integer> indexes = new TreeSet<>();
        String name = PlanFile.resourceName("generated.Generated");
        List<Plan> plans = new ArrayList<>();
        plans().forEach(plan -> plans.add(changed(plan, backend.engine(), change, indexes)));
        changed.put(name, PlanFile.write(plans).getBytes(StandardCharsets.UTF_8));
        return new Changed(new Loader(changed).batch(), indexes);
    }

    /** A batch whose plans were tampered with, and the indexes of those for which this made a difference. */
    record Changed(Batch batch, Set<Integer> indexes) {}

    private static Plan changed(Plan plan, String engine, UnaryOperator<EnginePlan> change, Set<Integer> indexes) {
        Plan.FilterPlan filter = (Plan.FilterPlan) plan;
        EnginePlan before = filter.engines().get(engine);
        if (before == null) {
            return plan;
        }
        EnginePlan after = change.apply(before);
        Matcher matcher = METHOD.matcher(filter.origin().key().name());
        if (!after.equals(before) && matcher.matches()) {
            indexes.add(Integer.parseInt(matcher.group(1)));
        }
        Map<String, EnginePlan> engines = new HashMap<>(filter.engines());
        engines.put(engine, after);
        return new Plan.FilterPlan(filter.origin(), engines, filter.refused());
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(Compilation.class.getClassLoader());
            this.files = files;
        }

        Class<?> generated() {
            try {
                return loadClass("generated.Generated");
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        Batch batch() {
            try {
                return (Batch) generated().getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            byte[] bytes = files.get(name);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        }
    }
}
