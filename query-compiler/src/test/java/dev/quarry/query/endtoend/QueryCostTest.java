package dev.quarry.query.endtoend;

import static dev.quarry.Options.after;
import static dev.quarry.Options.index;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Page;
import dev.quarry.QueryPlan;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryCostTest {
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
    void afterItsFirstCallNoQueryPreparesAStatement() {
        askEverything("n1", 1);
        long prepared = database.preparedStatements();

        for (int i = 2; i < 20; i++) {
            askEverything("n" + i, i);
        }

        assertThat(database.preparedStatements() - prepared).isZero();
    }

    private void askEverything(String name, int age) {
        DB.query(people, p -> p.name().equals(name) && p.age() > age, orderBy(Person::age), limit(3));
        DB.queryWithKey(people, p -> p.name().startsWith(name));
        DB.queryOne(people, p -> p.age() == age);
        DB.queryFirst(people, p -> p.age() > age, orderBy(Person::name));
        DB.queryCount(people, p -> p.age() > age);
        DB.exists(people, p -> p.age() > age);
        DB.queryExactFields(people, Map.of("name", name));
        Page<Person> page = DB.page(people, p -> p.age() > age, orderBy(Person::score), limit(5));
        DB.page(
                people,
                p -> p.age() > age,
                orderBy(Person::score),
                limit(5),
                after(page.next().orElseThrow()));
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
        assertThat(plan.filter()).isEqualTo("p -> p.age() % 2 == 0");
        assertThat(plan.binds()).containsExactly("2", "0");
    }

    private static void assertUses(String index, QueryPlan plan) {
        assertThat(plan.indexes()).as(plan.toString()).containsExactly(index);
        assertThat(plan.scans()).isFalse();
        assertThat(plan.access()).isEqualTo("index (" + index + ")");
    }
}
