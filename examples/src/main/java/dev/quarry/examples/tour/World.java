package dev.quarry.examples.tour;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.Country;
import dev.quarry.examples.data.DataFile;
import dev.quarry.examples.data.Earthquake;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * The three stores of the tour.
 *
 * @param cities by country code and a running number
 * @param countries by their three-letter codes
 * @param earthquakes by the ids that the survey gave them
 */
public record World(Datastore<City> cities, Datastore<Country> countries, Datastore<Earthquake> earthquakes) {
    private static final int BATCH = 5_000;

    /** Opens the stores; they may be empty. */
    public static World open(Database db) {
        return new World(
                db.store("cities", City.class, index(City::country, City::name), index(City::name), index(City::lat)),
                db.store("countries", Country.class, unique(Country::cca2), index(Country::region)),
                db.store("earthquakes", Earthquake.class, index(Earthquake::time), index(Earthquake::magnitude)));
    }

    /** Fills the stores from the files, with a progress bar for each. */
    public void load(PrintStream console) {
        fill(cities, DataFile.CITIES, console);
        fill(countries, DataFile.COUNTRIES, console);
        fill(earthquakes, DataFile.EARTHQUAKES, console);
    }

    private static <T> void fill(Datastore<T> store, DataFile<T> file, PrintStream console) {
        ProgressBarBuilder bars = ProgressBar.builder()
                .setTaskName(String.format("%-12s", store.name()))
                .setInitialMax(file.size())
                .setUnit(" records", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(100)
                .setConsumer(new ConsoleProgressBarConsumer(console, 100));
        try (ProgressBar bar = bars.build()) {
            Map<String, T> batch = new LinkedHashMap<>();
            file.forEach(record -> {
                batch.put(record.key(), record.value());
                if (batch.size() == BATCH) {
                    write(store, batch, bar);
                }
            });
            write(store, batch, bar);
        }
    }

    private static <T> void write(Datastore<T> store, Map<String, T> batch, ProgressBar bar) {
        DB.setAll(store, batch);
        bar.stepBy(batch.size());
        batch.clear();
    }

    /** How many records the three stores hold together. */
    public long size() {
        return DB.count(cities) + DB.count(countries) + DB.count(earthquakes);
    }
}
