package dev.quarry.query.endtoend;

import static dev.quarry.Options.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.QueryPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words of SQLite's own plans, which do not depend on how many records there are. */
class SqlitePlansTest {
    private final Database database = DB.inMemory();
    private final Datastore<Person> people = database.store(
            "people", Person.class, index(Person::name, Person::age), index(Person::score), index(Person::seen));

    @BeforeEach
    void fill() {
        for (int i = 0; i < 200; i++) {
            DB.set(people, "k" + i, Person.of("n" + i % 20, i).withScore(i % 7));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void comparisonsOfAnIndexedComponentUseTheIndex() {
        String name = "n3";
        assertUses("name, age", DB.explain(people, p -> p.name().equals(name)));
        assertUses("name, age", DB.explain(people, p -> p.name().equals(name) && p.age() > 3));
        assertUses("name, age", DB.explain(people, p -> p.name().startsWith(name)));
        assertUses("name, age", DB.explain(people, p -> p.name().compareTo(name) >= 0));
        assertUses("score", DB.explain(people, p -> p.score() != null && p.score() == 3));
        assertUses("score", DB.explain(people, p -> p.score() != null && p.score() < 3 && 10 / p.age() > 1));
    }

    @Test
    void otherFiltersLookAtEveryRecordAndSaySo() {
        QueryPlan plan = DB.explain(people, p -> p.age() % 2 == 0);

        assertThat(plan.scans()).isTrue();
        assertThat(plan.access()).startsWith("scan of every record");
    }

    private static void assertUses(String index, QueryPlan plan) {
        assertThat(plan.indexes()).as(plan.toString()).containsExactly(index);
        assertThat(plan.scans()).isFalse();
        assertThat(plan.access()).isEqualTo("index (" + index + ")");
    }
}
