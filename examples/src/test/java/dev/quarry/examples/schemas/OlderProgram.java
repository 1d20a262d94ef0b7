package dev.quarry.examples.schemas;

import static dev.quarry.Options.orderBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.annotation.Indexed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The version that was there first. */
final class OlderProgram {
    private OlderProgram() {}

    record Address(String street, int number) {}

    record Customer(
            String name,
            @Indexed int orders,
            Address home,
            @Nullable Address work) {}

    static Datastore<Customer> open(Database db) {
        return db.store("customers", Customer.class);
    }

    static List<Customer> frequent(Datastore<Customer> customers, int least) {
        return DB.query(
                customers, c -> c.orders() >= least && !c.home().street().isEmpty(), orderBy(Customer::name));
    }

    static List<Customer> withoutWork(Datastore<Customer> customers) {
        return DB.query(customers, c -> c.work() == null || c.work().number() == 0, orderBy(Customer::name));
    }

    /** Argument: the file. Writes a customer and prints what its filters find. */
    public static void main(String[] arguments) {
        try (Database db = DB.open(arguments[0])) {
            Datastore<Customer> customers = open(db);
            DB.set(customers, "dan", new Customer("Dan", 4, new Address("Yew", 4), null));
            System.out.println(names(frequent(customers, 3)));
            System.out.println(names(withoutWork(customers)));
        }
    }

    private static String names(List<Customer> customers) {
        return customers.stream().map(Customer::name).collect(Collectors.joining(" "));
    }
}
