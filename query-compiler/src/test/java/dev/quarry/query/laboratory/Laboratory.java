package dev.quarry.query.laboratory;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.Node.Outcome;
import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs expressions made at random in the JVM and in SQL. The same start gives the same expressions, records and captures. */
final class Laboratory {
    private static final Logger LOG = LoggerFactory.getLogger(Laboratory.class);
    static final int BATCH = 150;
    private static final int RECORDS = 48;
    private static final int DRAWS = 3;
    /** With so many values of a draw the whole of a filter is compared, and with the others of the first draw whether it is true. */
    private static final int VALUES = 3;

    /** Further disagreements of one batch mostly have the same cause. */
    private static final int MOST = 3;

    private static final String JAVAC_FAILS = "javac fails at it, with no processor too";
    /** The compiler's error where javac leaves out a capture because a constant condition hides it. */
    private static final String NO_CAPTURE = "[QC2005] it cannot be told which";

    /** Begins what the compiler says to a filter that is larger than it takes. */
    private static final String TOO_MANY = "[QC3001] the ?: in this filter multiply into too many cases";

    private static final String TOO_MANY_CASES = "its ?: multiply into too many cases";
    private static final String CAPTURE_LEFT_OUT = "javac leaves a captured variable out, which is a compile error";

    private final Backend backend;
    private final long start;
    private final Coverage coverage;
    private final RegressionFile file;
    private final UnaryOperator<EnginePlan> change;
    private final Repertoire repertoire;

    /**
     * A laboratory.
     *
     * @param file where what disagrees is kept
     */
    Laboratory(Backend backend, long start, Coverage coverage, RegressionFile file) {
        this(backend, start, coverage, file, plan -> plan, Repertoire.EVERYTHING);
    }

    /** The same where a fault is planted into each plan. */
    Laboratory(Backend backend, long start, Coverage coverage, RegressionFile file, UnaryOperator<EnginePlan> change) {
        this(backend, start, coverage, file, change, Repertoire.EVERYTHING);
    }

    private Laboratory(
            Backend backend,
            long start,
            Coverage coverage,
            RegressionFile file,
            UnaryOperator<EnginePlan> change,
            Repertoire repertoire) {
        this.backend = backend;
        this.start = start;
        this.coverage = coverage;
        this.file = file;
        this.change = change;
        this.repertoire = repertoire;
    }

    /** The same with expressions of these operations alone. */
    Laboratory of(Repertoire operations) {
        return new Laboratory(backend, start, coverage, file, change, operations);
    }

    /**
     * What disagreed.
     *
     * @param report what to read, cut down where it is one of the first
     */
    record Finding(Disagreement disagreement, String report) {}

    /** Makes and compares so many batches, from that one on; gives what disagreed, and keeps what was cut down. */
    List<Finding> run(int first, int batches) {
        List<Finding> findings = new ArrayList<>();
        for (Disagreement found : disagreements(first, batches)) {
            findings.add(findings.size() < MOST ? kept(found) : new Finding(found, found.toString()));
        }
        return findings;
    }

    /** Cuts down and keeps what disagreed. */
    Finding kept(Disagreement found) {
        String report = Report.of(backend, new Shrinking(backend, change).smallest(found), file);
        return new Finding(found, report + "cut down from: " + found + "\n");
    }

    private List<Disagreement> disagreements(int first, int batches) {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<Disagreement>>> tasks = new ArrayList<>();
            for (int i = first; i < first + batches; i++) {
                int batch = i;
                tasks.add(() -> batch(batch));
            }
            List<Disagreement> all = new ArrayList<>();
            for (Future<List<Disagreement>> done : workers.invokeAll(tasks)) {
                all.addAll(done.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Disagreement> batch(int number) {
        Random random = new Random(start * 31 + number);
        Compilation compilation = Compilation.of(terms(number, random));
        compilation.crashing().forEach(index -> {
            LOG.info("javac fails at {}", compilation.terms().get(index).source());
            coverage.setAside(JAVAC_FAILS, 1);
        });
        compilation.refused().forEach((index, message) -> {
            if (message.startsWith(NO_CAPTURE)) {
                coverage.setAside(CAPTURE_LEFT_OUT, 1);
            } else if (message.startsWith(TOO_MANY)) {
                coverage.setAside(TOO_MANY_CASES, 1);
            } else {
                coverage.refused(compilation.terms().get(index), message);
            }
        });
        Pools pools = new Pools(random);
        List<Disagreement> found = new ArrayList<>();
        try (Bench bench = new Bench(backend, pools.specimens(RECORDS))) {
            Batch batch = compilation.load(backend, change).batch();
            for (int i = 0; i < compilation.terms().size() && found.size() < MOST; i++) {
                if (compilation.isCompiled(i)) {
                    compare(compilation.terms().get(i), i, batch, bench, pools).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private List<Term> terms(int number, Random random) {
        Generator generator = new Generator(random, repertoire);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            List<Operation> examples = repertoire.turn(number * BATCH + i);
            terms.add(generator.exampleOf(examples.get(random.nextInt(examples.size()))));
        }
        return terms;
    }

    private Optional<Disagreement> compare(Term term, int index, Batch batch, Bench bench, Pools pools) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        long compared = 0;
        int trials = 0;
        int invalidTexts = bench.invalidTexts();
        int withoutForm = bench.withoutForm();
        for (int draw = 0; draw < DRAWS; draw++) {
            Captured captured = pools.captured(bench.records());
            int values = 0;
            for (Trial trial : trials(term, index, batch, bench, captured)) {
                if (values++ == VALUES && draw > 0) {
                    break;
                }
                Map<String, Outcome> inJava = bench.inJava(trial);
                outcomes.addAll(inJava.values());
                compared += inJava.size();
                trials++;
                Depth depth = values > VALUES ? Depth.TRUTH : draw == 0 ? Depth.EVERYTHING : Depth.SETS;
                Optional<Disagreement> found = bench.compare(trial, inJava, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (bench.withoutForm() > withoutForm) {
            coverage.withoutForm();
            return Optional.empty();
        }
        coverage.count(term, outcomes, compared);
        coverage.ran(trials, bench.invalidTexts() - invalidTexts);
        return Optional.empty();
    }

    /** A boolean by itself, or a value next to each that it is for one of the records. */
    static List<Trial> trials(Term term, int index, Batch batch, Bench bench, Captured captured) {
        if (term.isBoolean()) {
            return List.of(new Trial(term, batch.filter(index, captured, null), captured, null));
        }
        return bench.records().stream()
                .map(record -> value(term, batch, index, captured, record))
                .flatMap(Optional::stream)
                .distinct()
                .map(of -> new Trial(term, batch.filter(index, captured, of), captured, of))
                .toList();
    }

    private static Optional<Object> value(Term term, Batch batch, int index, Captured captured, Specimen record) {
        try {
            @Nullable Object value = batch.value(index, captured, record);
            return Optional.ofNullable(value).map(of -> Sorts.comparable(term.sort(), of));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
