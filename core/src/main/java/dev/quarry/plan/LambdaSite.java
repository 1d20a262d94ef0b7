package dev.quarry.plan;

import dev.quarry.error.FilterNotCompiled;
import dev.quarry.error.FilterNotOnEngine;
import java.lang.invoke.SerializedLambda;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place in the code that makes lambda objects: all objects of one class. Found once; afterwards a call costs a
 * {@link ClassValue} look-up and, if the lambda captures anything, reading the captures. Thread-safe.
 */
public final class LambdaSite {
    private static final Object[] NO_CAPTURES = {};
    private static final ClassValue<Slot> SLOTS = new ClassValue<>() {
        @Override
        protected Slot computeValue(Class<?> type) {
            return new Slot();
        }
    };

    private final SerializedLambdas.Reader reader;
    private final LambdaKey key;
    private final int captureCount;
    private final MentionedFields fields;
    private final Optional<Plan.FilterPlan> filterPlan;
    private final Optional<Plan.FieldPlan> fieldPlan;

    private LambdaSite(SerializedLambdas.Reader reader, SerializedLambda lambda, Class<?> capturingClass) {
        this.reader = reader;
        this.key = new LambdaKey(
                lambda.getImplClass().replace('/', '.'), lambda.getImplMethodName(), lambda.getImplMethodSignature());
        this.captureCount = lambda.getCapturedArgCount();
        this.fields = new MentionedFields(capturingClass);
        LambdaPlans plans = LambdaPlans.of(capturingClass);
        this.filterPlan = plans.filter(key);
        this.fieldPlan = plans.field(key);
    }

    /**
     * The site that made a lambda object.
     *
     * @throws FilterNotCompiled if the object is not a lambda or method reference of Java's
     * @throws dev.quarry.error.FilterOutdated if the class that holds it was recompiled without the processor
     */
    public static LambdaSite of(Object lambda) {
        Slot slot = SLOTS.get(lambda.getClass());
        LambdaSite site = slot.site;
        if (site == null) {
            site = find(lambda);
            slot.site = site;
        }
        return site;
    }

    private static LambdaSite find(Object lambda) {
        Class<?> type = lambda.getClass();
        SerializedLambdas.Reader reader = SerializedLambdas.reader(type);
        SerializedLambda serialized =
                reader.read(lambda).orElseThrow(() -> FilterNotCompiled.becauseNotALambda(type.getName()));
        return new LambdaSite(reader, serialized, capturingClass(serialized, type));
    }

    private static Class<?> capturingClass(SerializedLambda lambda, Class<?> lambdaClass) {
        String name = lambda.getCapturingClass().replace('/', '.');
        try {
            return Class.forName(name, false, lambdaClass.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the class around a lambda is not to be found: " + name, e);
        }
    }

    /** The implementing method. */
    public LambdaKey key() {
        return key;
    }

    /** The plan of a filter; throws {@link FilterNotCompiled} if there is none. */
    Plan.FilterPlan filterPlan() {
        return filterPlan.orElseThrow(() -> FilterNotCompiled.becauseNoPlan(key.toString()));
    }

    /** The plan of a field, if it was compiled. */
    public Optional<Plan.FieldPlan> fieldPlan() {
        return fieldPlan;
    }

    /** The form on an engine; throws {@link FilterNotOnEngine} if there is none. */
    EnginePlan enginePlan(String engine) {
        Plan.FilterPlan plan = filterPlan();
        EnginePlan found = plan.engines().get(engine);
        if (found == null) {
            Optional<String> reason = Optional.ofNullable(plan.refused().get(engine));
            throw new FilterNotOnEngine(plan.origin().text(), plan.origin().source(), engine, reason);
        }
        return found;
    }

    MentionedFields fields() {
        return fields;
    }

    /** What the object captured, in the order of the implementing method's parameters. */
    Object[] captures(Object lambda) {
        if (captureCount == 0) {
            return NO_CAPTURES;
        }
        SerializedLambda serialized = reader.read(lambda).orElseThrow();
        Object[] captures = new Object[captureCount];
        for (int i = 0; i < captureCount; i++) {
            captures[i] = serialized.getCapturedArg(i);
        }
        return captures;
    }

    private static final class Slot {
        private volatile @Nullable LambdaSite site;
    }
}
