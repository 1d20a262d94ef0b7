package dev.quarry.plan;

import dev.quarry.error.FilterOutdated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plans of one class, read and checked against its class file once. A class that was recompiled without the processor
 * would otherwise go on running yesterday's filters. Thread-safe.
 */
final class LambdaPlans {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaPlans.class);
    private static final ClassValue<LambdaPlans> LOADED = new ClassValue<>() {
        @Override
        protected LambdaPlans computeValue(Class<?> type) {
            return load(type);
        }
    };

    // One accessor can be both: City::capital is a filter here and a field there.
    private final Map<LambdaKey, Plan.FilterPlan> filters = new HashMap<>();
    private final Map<LambdaKey, Plan.FieldPlan> fields = new HashMap<>();

    private LambdaPlans(List<Plan> plans) {
        for (Plan plan : plans) {
            LambdaKey key = plan.origin().key();
            if (plan instanceof Plan.FilterPlan filter) {
                filters.put(key, filter);
            } else {
                fields.put(key, (Plan.FieldPlan) plan);
            }
        }
    }

    /** The plans of the lambdas in a class; throws {@link FilterOutdated} if its code is not what was compiled. */
    static LambdaPlans of(Class<?> capturingClass) {
        return LOADED.get(capturingClass);
    }

    Optional<Plan.FilterPlan> filter(LambdaKey key) {
        return Optional.ofNullable(filters.get(key));
    }

    Optional<Plan.FieldPlan> field(LambdaKey key) {
        return Optional.ofNullable(fields.get(key));
    }

    private static LambdaPlans load(Class<?> type) {
        try (InputStream file = resource(type, PlanFile.resourceName(type.getName()))) {
            if (file == null) {
                return new LambdaPlans(List.of());
            }
            List<Plan> plans = PlanFile.read(file);
            checkDigests(type, plans);
            return new LambdaPlans(plans);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the compiled filters of " + type.getName(), e);
        }
    }

    private static void checkDigests(Class<?> type, List<Plan> plans) throws IOException {
        try (InputStream bytes = resource(type, type.getName().replace('.', '/') + ".class")) {
            if (bytes == null) {
                LOG.warn("the class file of {} is not to be found, so its filters are used unchecked", type.getName());
                return;
            }
            Map<LambdaKey, String> digests =
                    MethodDigest.ofMethods(bytes.readAllBytes(), name -> classFile(type, name));
            for (Plan plan : plans) {
                String expected = plan.origin().digest();
                if (!expected.isEmpty()
                        && !expected.equals(digests.get(plan.origin().key()))) {
                    throw FilterOutdated.becauseOfCode(
                            plan.origin().source(), plan.origin().text(), type.getName());
                }
            }
        }
    }

    private static Optional<byte[]> classFile(Class<?> beside, String internalName) {
        try (InputStream bytes = resource(beside, internalName + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(Class<?> type, String name) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(name) : loader.getResourceAsStream(name);
    }
}
