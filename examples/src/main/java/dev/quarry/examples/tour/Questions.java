package dev.quarry.examples.tour;

import static dev.quarry.Options.after;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.orderByDescending;

import dev.quarry.DB;
import dev.quarry.Filter;
import dev.quarry.Page;
import dev.quarry.QueryPlan;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.Country;
import dev.quarry.examples.data.Earthquake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tour asks. Each method asks one thing, so that a test can ask it too. */
public final class Questions {
    private final World world;
    private final Report report;

    Questions(World world, Report report) {
        this.world = world;
        this.report = report;
    }

    void askAll() {
        citiesOf("GR", "Ath");
        citiesNorthOf(78.0);
        countCities("DE");
        landlockedNeighbours("CHE", "AUT");
        countriesSpeaking("fra", "Oceania");
        countriesWithoutSubregion();
        countryByCode("IS");
        strongestQuakes(6.0);
        feltQuakes(500);
        quakesBetween(Instant.parse("2018-02-06T12:00:00Z"), Instant.parse("2018-02-06T18:00:00Z"));
        deepAndReviewed(Earthquake.Status.REVIEWED, 500.0);
        optionalFilter(null, 7);
        pages("NO", 3);
    }

    /** The cities of a country whose names begin so, in order. */
    public List<City> citiesOf(String country, String start) {
        Filter<City> filter = c -> c.country().equals(country) && c.name().startsWith(start);
        List<City> found = DB.query(world.cities(), filter, orderBy(City::name));
        report.answer(
                "Cities in " + country + " that begin with " + start,
                found,
                DB.explain(world.cities(), filter, orderBy(City::name)));
        return found;
    }

    /** The cities behind a latitude, the northernmost first. */
    public List<City> citiesNorthOf(double latitude) {
        Filter<City> filter = c -> c.lat() > latitude;
        List<City> found = DB.query(world.cities(), filter, orderByDescending(City::lat));
        report.answer(
                "Cities north of " + latitude + " degrees",
                found,
                DB.explain(world.cities(), filter, orderByDescending(City::lat)));
        return found;
    }

    /** How many cities a country has. */
    public long countCities(String country) {
        Filter<City> filter = c -> c.country().equals(country);
        long count = DB.queryCount(world.cities(), filter);
        report.answer("How many cities has " + country + "?", List.of(count), DB.explain(world.cities(), filter));
        return count;
    }

    /** The countries without a coast that border two others. */
    public List<String> landlockedNeighbours(String one, String other) {
        Filter<Country> filter =
                c -> c.landlocked() && c.borders().contains(one) && c.borders().contains(other);
        List<String> names = names(filter);
        report.answer("Landlocked countries between " + one + " and " + other, names, explained(filter));
        return names;
    }

    /** The countries of a region that speak a language, given by its code. */
    public List<String> countriesSpeaking(String language, String region) {
        Filter<Country> filter = c -> c.region().equals(region) && c.languages().containsKey(language);
        List<String> names = names(filter);
        report.answer("Countries in " + region + " that speak " + language, names, explained(filter));
        return names;
    }

    /** The countries for which no subregion is given. */
    public List<String> countriesWithoutSubregion() {
        Filter<Country> filter = c -> c.subregion() == null;
        List<String> names = names(filter);
        report.answer("Countries without a subregion", names, explained(filter));
        return names;
    }

    /** The only country with a code. */
    public Optional<Country> countryByCode(String code) {
        Filter<Country> filter = c -> c.cca2().equals(code);
        Optional<Map.Entry<String, Country>> found = DB.queryOneWithKey(world.countries(), filter);
        report.answer(
                "The country with the code " + code, found.stream().toList(), DB.explain(world.countries(), filter));
        return found.map(Map.Entry::getValue);
    }

    private QueryPlan explained(Filter<Country> filter) {
        return DB.explain(world.countries(), filter, orderBy(c -> c.name().common()));
    }

    private List<String> names(Filter<Country> filter) {
        return DB.query(world.countries(), filter, orderBy(c -> c.name().common())).stream()
                .map(country -> country.name().common())
                .toList();
    }

    /** The strongest earthquakes; a magnitude may be missing, which the compiler insists on being asked about. */
    public List<Earthquake> strongestQuakes(double least) {
        Filter<Earthquake> filter = q -> q.magnitude() != null && q.magnitude() >= least;
        List<Earthquake> found = DB.query(
                world.earthquakes(),
                filter,
                orderByDescending(Earthquake::magnitude).thenBy(Earthquake::time),
                limit(5));
        report.answer(
                "The five strongest earthquakes from magnitude " + least,
                found.stream().map(Questions::describe).toList(),
                DB.explain(
                        world.earthquakes(),
                        filter,
                        orderByDescending(Earthquake::magnitude).thenBy(Earthquake::time),
                        limit(5)));
        return found;
    }

    private static String describe(Earthquake quake) {
        return quake.magnitude() + " " + quake.place() + " " + quake.time();
    }

    /** The earthquakes that many people felt. */
    public List<Earthquake> feltQuakes(int people) {
        Filter<Earthquake> felt = q -> q.felt() != null && q.felt() > people;
        Filter<Earthquake> tsunami = q -> q.tsunami();
        Filter<Earthquake> filter = felt.or(tsunami);
        List<Earthquake> found = DB.query(world.earthquakes(), filter, orderByDescending(Earthquake::felt));
        report.answer(
                "Felt by more than " + people + " people, or with a tsunami",
                found.stream().map(Questions::describe).toList(),
                DB.explain(world.earthquakes(), filter, orderByDescending(Earthquake::felt)));
        return found;
    }

    /** The earthquakes between two moments, the first one included. */
    public long quakesBetween(Instant from, Instant to) {
        Filter<Earthquake> filter = q -> !q.time().isBefore(from) && q.time().isBefore(to);
        long count = DB.queryCount(world.earthquakes(), filter);
        report.answer(
                "How many between " + from + " and " + to, List.of(count), DB.explain(world.earthquakes(), filter));
        return count;
    }

    /** The deep ones with a status, arithmetic included. */
    public List<Earthquake> deepAndReviewed(Earthquake.Status status, double depth) {
        Filter<Earthquake> filter =
                q -> q.status() == status && q.depth() * 1000 > depth * 1000 && q.significance() % 2 == 0;
        List<Earthquake> found = DB.query(world.earthquakes(), filter, orderByDescending(Earthquake::depth));
        report.answer(
                "Deeper than " + depth + " km, " + status + ", of even significance",
                found.stream().map(Questions::describe).toList(),
                DB.explain(world.earthquakes(), filter, orderByDescending(Earthquake::depth)));
        return found;
    }

    /** A condition that is there only if a value is given: with null it folds away, and the SQL does not mention it. */
    public long optionalFilter(@Nullable String type, int least) {
        Filter<Earthquake> filter =
                q -> (type == null || q.magType().equals(type)) && q.types().size() > least;
        long count = DB.queryCount(world.earthquakes(), filter);
        report.answer(
                "With more than " + least + " kinds of products" + (type == null ? "" : ", of type " + type),
                List.of(count),
                DB.explain(world.earthquakes(), filter));
        return count;
    }

    /** The cities of a country by the page; gives how many pages there were, an empty one if the country has none. */
    public int pages(String country, int most) {
        Filter<City> filter = c -> c.country().equals(country);
        Page<City> page = DB.page(world.cities(), filter, limit(200), orderBy(City::name));
        int pages = 1;
        while (page.next().isPresent() && pages < most) {
            page = DB.page(
                    world.cities(),
                    filter,
                    limit(200),
                    orderBy(City::name),
                    after(page.next().get()));
            pages++;
        }
        List<City> cities = page.items();
        List<City> last = cities.subList(Math.max(0, cities.size() - 1), cities.size());
        report.answer(
                "The last city on page " + pages + " of those in " + country,
                last,
                DB.explain(world.cities(), filter, orderBy(City::name), limit(200)));
        return pages;
    }
}
