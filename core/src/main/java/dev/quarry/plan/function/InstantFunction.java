package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partial;
import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.DURATION;
import static dev.quarry.schema.ScalarKind.INSTANT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Methods of Instant. A unit of time comes by its name. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum InstantFunction implements JavaFunction {
    INSTANT_EPOCH_SECOND(total("getEpochSecond", LONG, o -> ((Instant) o[0]).getEpochSecond(), INSTANT)),
    INSTANT_NANO(total("getNano", INT, o -> ((Instant) o[0]).getNano(), INSTANT)),
    INSTANT_TO_EPOCH_MILLI(partial("toEpochMilli", LONG, o -> ((Instant) o[0]).toEpochMilli(), INSTANT)),
    INSTANT_PLUS_SECONDS(
            partial("plusSeconds", INSTANT, o -> ((Instant) o[0]).plusSeconds((long) o[1]), INSTANT, LONG)),
    INSTANT_MINUS_SECONDS(
            partial("minusSeconds", INSTANT, o -> ((Instant) o[0]).minusSeconds((long) o[1]), INSTANT, LONG)),
    INSTANT_PLUS_MILLIS(partial("plusMillis", INSTANT, o -> ((Instant) o[0]).plusMillis((long) o[1]), INSTANT, LONG)),
    INSTANT_MINUS_MILLIS(
            partial("minusMillis", INSTANT, o -> ((Instant) o[0]).minusMillis((long) o[1]), INSTANT, LONG)),
    INSTANT_PLUS_NANOS(partial("plusNanos", INSTANT, o -> ((Instant) o[0]).plusNanos((long) o[1]), INSTANT, LONG)),
    INSTANT_MINUS_NANOS(partial("minusNanos", INSTANT, o -> ((Instant) o[0]).minusNanos((long) o[1]), INSTANT, LONG)),
    INSTANT_PLUS(partial("plus", INSTANT, o -> ((Instant) o[0]).plus((Duration) o[1]), INSTANT, DURATION)),
    INSTANT_MINUS(partial("minus", INSTANT, o -> ((Instant) o[0]).minus((Duration) o[1]), INSTANT, DURATION)),
    INSTANT_PLUS_UNITS(partial(
            "plus", INSTANT, o -> ((Instant) o[0]).plus((long) o[1], unit(o[2])), INSTANT, LONG, STRING)),
    INSTANT_MINUS_UNITS(partial(
            "minus", INSTANT, o -> ((Instant) o[0]).minus((long) o[1], unit(o[2])), INSTANT, LONG, STRING)),
    INSTANT_UNTIL(partial(
            "until", LONG, o -> ((Instant) o[0]).until((Instant) o[1], unit(o[2])), INSTANT, INSTANT, STRING)),
    INSTANT_TRUNCATED_TO(
            partial("truncatedTo", INSTANT, o -> ((Instant) o[0]).truncatedTo(unit(o[1])), INSTANT, STRING)),
    COMPARE_INSTANTS(total("compareTo", INT, o -> ((Instant) o[0]).compareTo((Instant) o[1]), INSTANT, INSTANT)),
    INSTANT_HASH(total("hashCode", INT, o -> ((Instant) o[0]).hashCode(), INSTANT)),
    INSTANT_OF_EPOCH_SECOND(
            partialStatic("Instant", "ofEpochSecond", INSTANT, o -> Instant.ofEpochSecond((long) o[0]), LONG)),
    INSTANT_OF_EPOCH_SECOND_NANOS(partialStatic(
            "Instant", "ofEpochSecond", INSTANT, o -> Instant.ofEpochSecond((long) o[0], (long) o[1]), LONG, LONG)),
    INSTANT_OF_EPOCH_MILLI(
            totalStatic("Instant", "ofEpochMilli", INSTANT, o -> Instant.ofEpochMilli((long) o[0]), LONG)),
    INSTANT_PARSE(partialStatic("Instant", "parse", INSTANT, o -> Instant.parse((String) o[0]), STRING));

    private final Signature signature;

    InstantFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    private static ChronoUnit unit(Object name) {
        return ChronoUnit.valueOf((String) name);
    }
}
