package dev.quarry.examples.migration;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Options;
import dev.quarry.annotation.Indexed;
import dev.quarry.examples.data.City;
import dev.quarry.migration.Migration;
import dev.quarry.migration.Migrator;
import java.time.Duration;

/** A program that migrates the cities of a database, or takes that back, and prints when it begins and what came of it. */
final class CitiesMigration {
    /** What is printed before the run, or before the undo. */
    static final String BEGINS = "begins";

    /** The second argument, to take the run back. */
    static final String UNDO = "undo";

    record Place(String name, @Indexed String division, Position position) {}

    record Position(double latitude, double longitude) {}

    private CitiesMigration() {}

    /** The script. */
    static final class V2__positions extends Migration<City, Place> {
        V2__positions() {
            super("cities");
        }

        @Override
        public Place up(City old) {
            return new Place(old.name(), division(old), new Position(old.lat(), old.lng()));
        }

        private static String division(City city) {
            return city.country() + "/" + (city.admin1() == null ? "?" : city.admin1()) + "/"
                    + (city.admin2() == null ? "?" : city.admin2());
        }
    }

    /** Arguments: the database, and {@link #UNDO} or nothing. */
    public static void main(String[] arguments) {
        try (Database db = DB.open(arguments[0], Options.timeout(Duration.ofMinutes(10)))) {
            Migrator migrator = Migrator.of(db, new V2__positions());
            System.out.println(BEGINS);
            System.out.flush();
            if (arguments.length > 1) {
                System.out.println("back to: " + migrator.undo().to());
            } else {
                System.out.println("scripts: " + migrator.run().scripts().size());
            }
        }
    }
}
