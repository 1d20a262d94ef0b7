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
import dev.quarry.query.testing.Backend;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class QueryCostTest {
    private final Backend backend;
    private final Database database;
    private final Datastore<Person> people;

    QueryCostTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.people = database.store(
                "people", Person.class, index(Person::name, Person::age), index(Person::score), index(Person::seen));
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 200; i++) {
            DB.set(people, "k" + i, Person.of("n" + i % 20, i).withScore(i % 7));
        }
    }

    @AfterEach
    void close() {
        backend.close(database);
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
    void thePlanHasTheFilterAndItsValuesWithoutRunningIt() {
        QueryPlan plan = DB.explain(people, p -> p.age() % 2 == 0);

        assertThat(plan.filter()).isEqualTo("p -> p.age() % 2 == 0");
        assertThat(plan.binds()).containsExactly("2", "0");
    }
}
