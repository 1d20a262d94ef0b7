package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.query.testing.Backend;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An Optional is a value of its own, which is never null, also where it stands for a component that is absent. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionalsTest {
    private static final Map<String, Held> HELD = Map.of(
            "a", new Held(Optional.empty(), Optional.empty(), List.of(), "Optional.empty"),
            "b", new Held(Optional.of("b"), Optional.of("b"), List.of("b"), "Optional[b]"),
            "c", new Held(Optional.of("null"), Optional.empty(), List.of("b", "c"), "null"));

    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Choice> parcels;
    private Datastore<Held> held;

    record Held(Optional<String> one, Optional<String> other, List<String> list, String text) {}

    @BeforeParameterizedClassInvocation
    void fill() {
        this.database = backend.open();
        this.parcels = database.store("parcels", Choice.class);
        DB.setAll(parcels, Choice.samples());
        this.held = database.store("held", Held.class);
        DB.setAll(held, HELD);
    }

    @AfterParameterizedClassInvocation
    void close() {
        backend.close(database);
    }

    private void agree(Map<String, Filter<Choice>> filters) {
        filters.forEach((what, filter) -> Agreement.assertAgrees(parcels, Choice.samples(), what, filter));
    }

    private void agreeOnHeld(Map<String, Filter<Held>> filters) {
        filters.forEach((what, filter) -> Agreement.assertAgrees(held, HELD, what, filter));
    }

    @Test
    void anEmptyOneEqualsEveryEmptyOne() {
        agree(Map.of(
                "a component", p -> Objects.equals(p.code(), Optional.empty()),
                "turned round", p -> Objects.equals(Optional.empty(), p.rank()),
                "a computed one", p -> Objects.equals(p.rank().map(r -> 10 / r), Optional.empty()),
                "a method of it", p -> p.spot().equals(Optional.empty()),
                "called upon it", p -> Optional.empty().equals(p.spot()),
                "of one", p -> Optional.of(p.name()).equals(Optional.empty()),
                "null", p -> p.code().equals(null),
                "null and it", p -> Objects.equals(null, Optional.empty()) || p.count() > 0,
                "what always is empty",
                        p -> {
                            Optional<String> none = p.count() > 0 ? Optional.empty() : Optional.empty();
                            return none.equals(p.code());
                        }));
    }

    @Test
    void twoAreEqualIfWhatTheyHoldIs() {
        agree(Map.of(
                "components", p -> p.code().equals(p.code()),
                "numbers", p -> Objects.equals(p.rank(), p.rank().filter(r -> r > 0)),
                "a component and a value", p -> p.code().equals(Optional.of(p.name())),
                "one that may be null", p -> Optional.ofNullable(p.note()).equals(p.code()),
                "doubles", p -> Optional.of(p.price()).equals(Optional.of(-p.price())),
                "booleans", p -> Optional.of(p.count() > 0).equals(Optional.ofNullable(p.known())),
                "enums", p -> Objects.equals(Optional.ofNullable(p.other()), Optional.of(p.mood())),
                "that throw", p -> p.rank().map(r -> 10 / r).equals(Optional.of(10 / p.count()))));
        agreeOnHeld(Map.of("stored", h -> h.one().equals(h.other())));
    }

    @Test
    void noneIsNull() {
        agree(Map.of(
                "empty", p -> Optional.empty() == null || p.count() > 0,
                "isNull", p -> Objects.isNull(Optional.empty()) || p.count() > 0,
                "nonNull", p -> Objects.nonNull(p.code()) && p.count() > 0,
                "a local one",
                        p -> {
                            Optional<String> none = Optional.empty();
                            return none == null || p.count() > 0;
                        },
                "required", p -> Objects.requireNonNull(p.code()).isPresent(),
                "or another",
                        p -> Objects.requireNonNullElse(p.code(), Optional.of("a"))
                                .isEmpty(),
                "or a supplied one",
                        p -> Objects.requireNonNullElseGet(p.code(), () -> Optional.of("a"))
                                .isEmpty()));
    }

    @Test
    void itsTextSaysWhatItHolds() {
        agreeOnHeld(Map.of(
                "joined", h -> ("" + h.one()).equals(h.text()),
                "valueOf", h -> String.valueOf(h.one()).equals(h.text()),
                "of Objects", h -> Objects.toString(h.one()).equals(h.text()),
                "its own", h -> h.one().toString().equals(h.text()),
                "of nothing", h -> (Optional.empty() + "").equals(h.text()),
                "mapped", h -> (h.one().map(s -> s + "!") + "").equals("Optional[b!]")));
        agree(Map.of(
                "a number", p -> p.rank().toString().equals("Optional[" + p.count() + "]"),
                "a boolean", p -> (Optional.ofNullable(p.known()) + "").equals("Optional[true]"),
                "that throws", p -> !(p.rank().map(r -> 10 / r) + "").equals("Optional.empty")));
    }

    @Test
    void whatIsDoneWithAnEmptyOneGivesAnEmptyOne() {
        agree(Map.of(
                "present", p -> Optional.<String>empty().isPresent() || p.count() > 0,
                "mapped", p -> Optional.<String>empty().map(String::length).isEmpty() && p.count() > 0,
                "or", p -> Optional.<String>empty().or(() -> p.code()).isPresent(),
                "orElse", p -> Optional.<String>empty().orElse(p.name()).isEmpty(),
                "chosen", p -> (p.count() > 0 ? Optional.<String>empty() : p.code()).isPresent(),
                "mapped to", p -> p.code().flatMap(c -> Optional.empty()).isEmpty() && p.count() > 0));
    }

    @Test
    void aRecordThatIsNotThereThrows() {
        agree(Map.of(
                "get", p -> p.spot().get().floor() > 0,
                "orElseThrow", p -> !(p.spot().orElseThrow().city().length() > 1),
                "requireNonNull", p -> Objects.requireNonNull(p.second()).floor() > 0 || p.count() > 0,
                "a component that may be null", p -> p.spot().get().zip() == null,
                "used behind a test",
                        p -> p.spot().get().zip() != null
                                && p.spot().get().zip().isEmpty(),
                "filtered", p -> p.spot().filter(s -> s.floor() > 0).get().zip() != null,
                "never null", p -> Objects.requireNonNull(p.home()).floor() > 0,
                "a local one",
                        p -> {
                            Choice.Place place = p.spot().get();
                            return p.count() > 0 || place.floor() > 0;
                        },
                "an unread local one",
                        p -> {
                            Choice.Place place = p.spot().get();
                            return p.count() > 0;
                        },
                "guarded", p -> p.spot().isPresent() && p.spot().get().floor() > 0));
    }

    /** Java evaluates what stands before the {@code ::} before it calls the method. */
    @Test
    void theObjectOfAMethodReferenceIsEvaluatedAtOnce() {
        agreeOnHeld(Map.of(
                "filter", h -> h.one().filter(h.list().get(0)::equals).isEmpty(),
                "map", h -> h.one().map(h.other().get()::concat).isEmpty(),
                "orElseGet",
                        h -> h.one().orElseGet(h.list().get(1)::trim).isEmpty()
                                || h.one().isPresent(),
                "required",
                        h -> !Objects.requireNonNullElseGet(h.text(), h.other().get()::trim)
                                .isEmpty()));
        for (List<String> list : Arrays.asList(null, List.of("b"))) {
            agreeOnHeld(Map.of("captured", h -> h.one().filter(list::contains).isEmpty()));
        }
        Filter<Held> eager = h -> h.one().filter(h.list().get(0)::equals).isEmpty();
        assertThat(catchThrowable(() -> DB.query(held, eager, Options.strict())))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aMethodReferenceIsASupplier() {
        agree(Map.of(
                "a method",
                        p -> Objects.requireNonNullElseGet(p.note(), p.name()::trim)
                                .isEmpty(),
                "a guarded one",
                        p -> p.note() == null
                                || p.code().orElseGet(p.note()::strip).length() > 1));
    }
}
