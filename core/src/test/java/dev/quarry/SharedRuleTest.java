package dev.quarry;

import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.error.DuplicateValues;
import dev.quarry.error.StoreMissing;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.Place;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Unique rules of a store that several programs have open, of which not all know them. */
@ParameterizedClass
@EnumSource(Place.class)
final class SharedRuleTest extends TwoPrograms {
    record Member(String name, @Nullable String email) {}

    /** The member of an older program. */
    record OldMember(String name) {}

    record NumberedMember(
            String name,
            @Nullable String email,
            @Default("none") String code) {}

    private static final Member ANN = new Member("Ann", "ann@x");
    private static final Member BOB = new Member("Bob", "bob@x");

    private static void assertViolated(Datastore<?> store, String field, ThrowingCallable write) {
        assertThat(Refusal.of(UniqueViolation.class, store, write).fields()).containsExactly(field);
    }

    @Test
    void aRuleHoldsForProgramsThatHaveTheStoreOpenSinceBefore() {
        Datastore<Member> unruled = first.store("members", Member.class);
        DB.set(unruled, "ann", ANN);
        Datastore<Member> ruled = second.store("members", Member.class, unique(Member::email));

        assertViolated(ruled, "email", () -> DB.set(unruled, "bob", ANN));
        assertViolated(ruled, "email", () -> DB.add(unruled, ANN));
        assertViolated(ruled, "email", () -> DB.setAll(unruled, Map.of("bob", ANN)));
        DB.set(unruled, "ann", BOB);
        DB.set(ruled, "other", ANN);
        DB.delete(unruled, "other");
        DB.set(ruled, "again", ANN);
        assertViolated(ruled, "email", () -> DB.set(unruled, "third", BOB));
    }

    /** Filters find records by what is unique, however the rule is kept. */
    @Test
    void aRuleComesWithAnIndex() throws SQLException {
        first.store("members", Member.class, unique(Member::email, Member::name));

        assertThat(site.indexes()).containsExactly("members__g1[email,name]!");
        assertThat(site.indexColumns("members__g1[email,name]!")).containsExactly("email", "name");
    }

    @Test
    void aRuleThatAnotherProgramGaveUpHoldsNoMore() {
        Datastore<Member> ruled = first.store("members", Member.class, unique(Member::email), unique(Member::name));
        DB.set(ruled, "ann", ANN);
        second.store("members", Member.class, unique(Member::name));

        DB.set(ruled, "bob", new Member("Bob", "ann@x"));
        assertViolated(ruled, "name", () -> DB.set(ruled, "eve", new Member("Bob", null)));
    }

    @Test
    void aRuleThatWasGivenUpAndMadeAgainKnowsWhatWasWrittenBetween() {
        Datastore<Member> members = first.store("members", Member.class, unique(Member::email));
        DB.set(members, "ann", ANN);
        second.store("members", Member.class);
        DB.set(members, "ann", BOB);
        second.store("members", Member.class, unique(Member::email));

        DB.set(members, "new", ANN);
        assertViolated(members, "email", () -> DB.set(members, "third", BOB));

        second.store("members", Member.class);
        DB.set(members, "third", BOB);
        DuplicateValues refused = Refusal.of(
                DuplicateValues.class, members, () -> second.store("members", Member.class, unique(Member::email)));
        assertThat(refused.examples()).containsExactly(List.of("ann", "third"));
        DB.set(members, "fourth", BOB);
    }

    @Test
    void anOlderProgramKeepsTheRuleOfAComponentThatItDoesNotKnow() {
        Datastore<OldMember> older = first.store("members", OldMember.class);
        DB.set(older, "ann", new OldMember("Ann"));
        Datastore<Member> newer = second.store("members", Member.class, unique(Member::email));
        DB.set(newer, "ann", ANN);

        DB.set(older, "ann", new OldMember("Anna"));
        assertThat(DB.get(newer, "ann")).contains(new Member("Anna", "ann@x"));
        assertViolated(newer, "email", () -> DB.set(newer, "bob", ANN));
        DB.set(older, "bob", new OldMember("Bob"));
        DB.set(older, "eve", new OldMember("Eve"));
        assertThat(DB.delete(older, "ann")).isEqualTo(1);
        DB.set(newer, "bob", ANN);
        assertThat(DB.deleteAll(older)).isEqualTo(2);
        DB.set(newer, "free", ANN);
    }

    @Test
    void anOlderProgramCannotGiveTwoRecordsTheDefaultOfAUniqueComponent() {
        Datastore<Member> older = first.store("members", Member.class, unique(Member::email));
        Datastore<NumberedMember> newer = second.store(
                "members", NumberedMember.class, unique(NumberedMember::email), unique(NumberedMember::code));

        DB.set(older, "ann", ANN);
        assertThat(DB.get(newer, "ann")).contains(new NumberedMember("Ann", "ann@x", "none"));
        assertViolated(newer, "code", () -> DB.set(older, "bob", BOB));
        DB.set(newer, "ann", new NumberedMember("Ann", "ann@x", "1"));
        DB.set(older, "bob", BOB);
        DB.set(older, "ann", ANN);
        assertThat(DB.get(newer, "ann")).contains(new NumberedMember("Ann", "ann@x", "1"));
    }

    @Test
    void aFailedWriteInATransactionUndoesItselfOnly() {
        Datastore<Member> members = first.store("members", Member.class, unique(Member::email));
        DB.set(members, "ann", ANN);

        first.transaction(() -> {
            DB.set(members, "bob", BOB);
            assertViolated(members, "email", () -> DB.set(members, "bob", new Member("Bob", "ann@x")));
            assertViolated(members, "email", () -> DB.add(members, BOB));
            DB.delete(members, "ann");
            DB.set(members, "eve", ANN);
            return "done";
        });

        assertThat(DB.getAllWithKeys(members)).isEqualTo(Map.of("bob", BOB, "eve", ANN));
        assertViolated(members, "email", () -> DB.set(members, "probe", BOB));
    }

    @Test
    void manyRecordsThatAreDeletedAtOnceFreeAllTheirValues() {
        Map<String, Member> many = new LinkedHashMap<>();
        for (int i = 0; i < 1_200; i++) {
            many.put("k" + i, new Member("name " + i, i % 5 == 0 ? null : "email " + i));
        }
        Datastore<Member> members = first.store("members", Member.class);
        DB.setAll(members, many);
        second.store("members", Member.class, unique(Member::email), unique(Member::name));

        assertThat(first.transaction(() -> {
                    int deleted = DB.deleteAll(members);
                    DB.set(members, "k1199", new Member("name 1", "email 1"));
                    return deleted;
                }))
                .isEqualTo(1_200);
        DB.delete(members, "k1199");
        assertThat(DB.setAll(members, many)).isEqualTo(1_200);
        assertViolated(members, "name", () -> DB.set(members, "probe", new Member("name 1199", null)));
        assertThat(DB.deleteAll(members)).isEqualTo(1_200);
        assertThat(DB.setAll(members, many)).isEqualTo(1_200);
    }

    @Test
    void aRenamedStoreKeepsItsRulesAndADroppedOneLeavesNothing() throws SQLException {
        Datastore<Member> before = first.store("members", Member.class, unique(Member::email), unique(Member::name));
        DB.set(before, "ann", ANN);
        second.rename("members", "people");
        Datastore<Member> people = second.store("people", Member.class, unique(Member::email));

        assertViolated(people, "email", () -> DB.set(people, "bob", ANN));
        second.drop("people");
        Refusal.of(StoreMissing.class, () -> DB.set(before, "bob", BOB));
        assertThat(site.tables()).noneMatch(table -> table.contains("__g"));
        assertThat(site.indexes()).isEmpty();
    }

    @Test
    void anEmptyStoreTakesAnotherShapeWithItsRules() throws SQLException {
        Datastore<Member> before = first.store("members", Member.class, unique(Member::name));
        DB.set(before, "ann", ANN);
        DB.deleteAll(before);
        record Other(int name) {}
        Datastore<Other> after = second.store("members", Other.class, unique(Other::name));

        DB.set(after, "one", new Other(1));
        assertViolated(after, "name", () -> DB.set(after, "two", new Other(1)));
        Refusal.of(StoreMissing.class, () -> DB.set(before, "bob", BOB));
        assertThat(site.tables()).noneMatch(table -> table.contains("__g1"));
    }
}
