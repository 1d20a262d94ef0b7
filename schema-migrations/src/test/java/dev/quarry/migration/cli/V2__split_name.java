package dev.quarry.migration.cli;

import dev.quarry.migration.Migration;

/** The script that the class path of these tests lists. */
public final class V2__split_name extends Migration<V2__split_name.Before, V2__split_name.Person> {
    /** A person as version 1 had it. */
    public record Before(String name) {}

    /** A person as version 2 has it. */
    public record Person(String given, String family) {}

    /** For the service loader. */
    public V2__split_name() {
        super("people");
    }

    @Override
    public Person up(Before old) {
        String[] names = old.name().split(" ", -1);
        return new Person(names[0], family(names[1]));
    }

    /** None of a name that ends with a blank, for which a run is refused. */
    @SuppressWarnings("NullAway")
    private static String family(String name) {
        return name.isEmpty() ? null : name;
    }
}
