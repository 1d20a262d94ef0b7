package dev.quarry;

import static dev.quarry.Options.descending;
import static dev.quarry.Options.index;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.engine.Capability;
import dev.quarry.error.MissingCapability;
import dev.quarry.error.StoreMissing;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that a server does not take as they are: longer ones than its own can be, which differ only at their ends, and its own. */
@ParameterizedClass
@EnumSource(Place.class)
final class LongNamesTest {
    private static final String LONG = "abcdefghij".repeat(6);
    private static final String STORE = LONG + "one";
    private static final String OTHER_STORE = LONG + "two";

    record Innermost(
            @Nullable String theComponentInTheInnermostRecordThatHasANameOfManyLetters,
            @Nullable String theComponentInTheInnermostRecordThatHasANameOfManyLettersToo) {}

    record Inner(Innermost theRecordInTheMiddleThatHasANameOfManyLetters) {}

    record Outer(
            Inner theOutermostRecordThatHasANameOfManyLetters,
            String größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangSind,
            String größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren) {}

    private static Outer outer(@Nullable String deep, @Nullable String deepToo, String wide, String wideToo) {
        return new Outer(new Inner(new Innermost(deep, deepToo)), wide, wideToo);
    }

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;

    @BeforeEach
    void open() {
        site = place.in(directory);
        db = DB.open(site.location());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void componentsThatDifferOnlyAtTheirEndsAreKeptApart() {
        Datastore<Outer> store = db.store(STORE, Outer.class);
        Outer first = outer("a", "b", "c", "d");
        Outer second = outer(null, "a", "d", "c");
        DB.set(store, "1", first);
        DB.set(store, "2", second);

        assertThat(DB.getAll(store)).containsExactly(first, second);
        assertThat(DB.queryExactFieldsWithKey(
                        store,
                        Map.of("theOutermostRecordThatHasANameOfManyLetters", new Inner(new Innermost("a", "b")))))
                .containsOnlyKeys("1");
        assertThat(DB.queryExactFieldsWithKey(
                        store,
                        Map.of("größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren", "c")))
                .containsOnlyKeys("2");
        assertThat(DB.queryExactFields(
                        store,
                        Map.of(),
                        orderBy(Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren)))
                .containsExactly(second, first);
    }

    @Test
    void storesThatDifferOnlyAtTheirEndsAreKeptApart() throws SQLException {
        Datastore<Outer> one = db.store(STORE, Outer.class);
        Datastore<Outer> two = db.store(OTHER_STORE, Outer.class);
        DB.set(one, "1", outer("a", "b", "c", "d"));

        assertThat(DB.count(two)).isZero();
        assertThat(site.dataTables()).hasSize(2);
        db.drop(STORE);
        assertThat(site.dataTables()).hasSize(1);
        Refusal.of(StoreMissing.class, () -> DB.count(one));
        DB.set(two, "1", outer("a", "b", "c", "d"));
        db.rename(OTHER_STORE, STORE);
        assertThat(DB.count(db.store(STORE, Outer.class))).isEqualTo(1);
    }

    @Test
    void indexesOfLongListsComeAndGoAndTheirRulesNameTheComponents() throws SQLException {
        Datastore<Outer> store = db.store(
                STORE,
                Outer.class,
                unique(
                        Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangSind,
                        Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren),
                index(
                        Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangSind,
                        descending(Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren)));
        List<String> names = site.indexes();
        assertThat(names).hasSize(2);
        DB.set(store, "1", outer("a", "b", "c", "d"));

        assertThat(Refusal.of(UniqueViolation.class, store, () -> DB.set(store, "2", outer("x", "y", "c", "d")))
                        .fields())
                .containsExactly(
                        "größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangSind",
                        "größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren");
        db.store(
                STORE,
                Outer.class,
                index(
                        Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangSind,
                        descending(Outer::größeUndAndereWörterMitUmlautenDieImServerZweiBytesBrauchenUndSoLangWaren)));
        assertThat(new HashSet<>(names)).containsAll(site.indexes());
        assertThat(site.indexes()).hasSize(1);
        db.store(STORE, Outer.class);
        assertThat(site.indexes()).isEmpty();
    }

    record Columns(
            String xmin,
            @Nullable String xmax,
            int cmin,
            long cmax,
            String ctid,
            String tableoid,
            int rowid,
            String oid,
            Select select) {}

    record Select(int from, String where) {}

    @Test
    void componentsAreNamedLikeWhatEveryTableHasAndLikeWordsOfSql() {
        Columns first = new Columns("a", "b", 1, 2, "c", "d", 3, "e", new Select(4, "f"));
        Columns second = new Columns("b", null, 2, 1, "d", "c", 4, "f", new Select(5, "g"));
        Datastore<Columns> store =
                db.store(STORE, Columns.class, unique(Columns::xmin), index(Columns::cmax, Columns::ctid));
        DB.setAll(store, Map.of("1", first, "2", second));

        assertThat(DB.getAll(store)).containsExactly(first, second);
        assertThat(DB.queryExactFields(store, Map.of("tableoid", "d", "rowid", 3)))
                .containsExactly(first);
        assertThat(DB.queryExactFields(store, Map.of(), orderBy(Columns::cmax))).containsExactly(second, first);
        assertThat(Refusal.of(UniqueViolation.class, store, () -> DB.set(store, "3", first))
                        .fields())
                .containsExactly("xmin");
    }

    record Home(String street) {}

    record Person(String name, @Nullable Home theHomeOfThePersonThatHasANameOfManyLettersInThisRecord) {}

    record NewHome(String street, @Default("7") int theNumberOfTheHouseInTheStreetThatIsALongName) {}

    record NewPerson(String name, @Nullable NewHome theHomeOfThePersonThatHasANameOfManyLettersInThisRecord) {}

    @Test
    void whatKeepsColumnsInStepGoesWithItsTableAndWithNoOther() throws SQLException {
        Datastore<Person> older = db.store(STORE, Person.class);
        Datastore<Person> olderOfOther = db.store(OTHER_STORE, Person.class);
        DB.set(older, "a", new Person("Ann", new Home("Elm")));
        DB.set(olderOfOther, "a", new Person("Ann", new Home("Elm")));
        if (!db.engine().capabilities().has(Capability.TRIGGERS)) {
            Refusal.of(MissingCapability.class, () -> db.store(STORE, NewPerson.class));
            return;
        }
        Datastore<NewPerson> newer = db.store(STORE, NewPerson.class);
        Datastore<NewPerson> newerOfOther = db.store(OTHER_STORE, NewPerson.class);
        int made = site.triggers().size();

        db.drop(STORE);
        Refusal.of(StoreMissing.class, () -> DB.count(newer));
        DB.set(olderOfOther, "b", new Person("Bob", null));
        DB.set(olderOfOther, "b", new Person("Bob", new Home("Oak")));
        DB.set(olderOfOther, "c", new Person("Carl", null));
        assertThat(DB.get(newerOfOther, "b")).contains(new NewPerson("Bob", new NewHome("Oak", 7)));
        assertThat(DB.get(newerOfOther, "c")).contains(new NewPerson("Carl", null));
        assertThat(DB.get(olderOfOther, "a")).isEqualTo(Optional.of(new Person("Ann", new Home("Elm"))));

        db.drop(OTHER_STORE);
        db.store("fresh", Person.class);
        assertThat(site.triggers()).hasSizeLessThan(made);
        assertThat(site.triggers()).noneMatch(name -> name.contains("abcdefghij"));
    }
}
