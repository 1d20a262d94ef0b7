package dev.quarry.migration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script of most tests. */
final class V2__split_name extends Migration<V2__split_name.Before, V2__split_name.Person> {
    /** A person as version 1 had it. */
    record Before(String name, int age, @Nullable String city) {}

    /** A person as version 2 has it. */
    record Person(
            String given, String family, int age, @Nullable String city) {}

    V2__split_name() {
        super("people");
    }

    @Override
    public Person up(Before old) {
        int space = old.name().indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("no family name in " + old.name());
        }
        return new Person(old.name().substring(0, space), old.name().substring(space + 1), old.age(), old.city());
    }

    @Override
    public Optional<Before> down(Person record) {
        return Optional.of(new Before(record.given() + " " + record.family(), record.age(), record.city()));
    }
}
