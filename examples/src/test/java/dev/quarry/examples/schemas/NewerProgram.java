package dev.quarry.examples.schemas;

import static dev.quarry.Options.orderBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.annotation.Default;
import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Was;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The version that came later. */
final class NewerProgram {
    private NewerProgram() {}

    enum Level {
        NEW,
        GOLD
    }

    record Address(
            @Default("GR") String country, @Was("street") String road, int number) {}

    record Customer(
            @Indexed @Was("orders") long purchases,
            @Was("name") String fullName,
            Address home,
            @Nullable Address work,
            @Default("NEW") Level level,
            Optional<String> email,
            @Default("[]") List<String> tags) {}

    static Datastore<Customer> open(Database db) {
        return db.store("customers", Customer.class);
    }

    static List<Customer> frequent(Datastore<Customer> customers, long least) {
        return DB.query(
                customers, c -> c.purchases() >= least && !c.home().road().isEmpty(), orderBy(Customer::fullName));
    }

    static List<Customer> isNew(Datastore<Customer> customers) {
        return DB.query(
                customers,
                c -> c.level() == Level.NEW && c.email().isEmpty() && !c.tags().contains("x"),
                orderBy(Customer::fullName));
    }

    static List<Customer> worksIn(Datastore<Customer> customers, String country) {
        return DB.query(
                customers, c -> c.work() != null && c.work().country().equals(country), orderBy(Customer::fullName));
    }
}
