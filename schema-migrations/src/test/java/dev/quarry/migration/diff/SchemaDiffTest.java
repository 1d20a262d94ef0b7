package dev.quarry.migration.diff;

import static dev.quarry.migration.diff.Shapes.enumeration;
import static dev.quarry.migration.diff.Shapes.listOf;
import static dev.quarry.migration.diff.Shapes.mapOf;
import static dev.quarry.migration.diff.Shapes.nested;
import static dev.quarry.migration.diff.Shapes.nullable;
import static dev.quarry.migration.diff.Shapes.optional;
import static dev.quarry.migration.diff.Shapes.primitive;
import static dev.quarry.migration.diff.Shapes.required;
import static dev.quarry.migration.diff.Shapes.scalar;
import static dev.quarry.migration.diff.Shapes.schema;
import static dev.quarry.migration.diff.Shapes.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaComparison;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class SchemaDiffTest {
    private static final Component NAME = required("name", scalar(ScalarKind.STRING));
    private static final Component POPULATION = primitive("population", ScalarKind.INT);
    private static final Component REGION = nullable("region", scalar(ScalarKind.STRING));
    private static final Schema CITY = schema("app.City", NAME, POPULATION, REGION);

    @Test
    void aRecordThatWasOnlyRenamedOrMovedHasNoDifference() {
        Schema moved = new Schema("app.geo.Town", CITY.components());

        assertThat(SchemaDiff.between(CITY, moved)).isEmpty();
        assertThat(lines(CITY, moved)).isEmpty();
    }

    @Test
    void tellsAnAddedComponentWithItsTypeAndPresence() {
        Component founded = primitive("founded", ScalarKind.INT);
        Schema declared = schema("app.City", founded, NAME, POPULATION, REGION);

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(new Difference.Added(FieldPath.of("founded"), founded));
        assertThat(lines(CITY, declared)).containsExactly("component 'founded' was added (int, required)");
    }

    @Test
    void tellsARemovedComponentWithItsTypeAndPresence() {
        Schema declared = schema("app.City", NAME, POPULATION);

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(new Difference.Removed(FieldPath.of("region"), REGION));
        assertThat(lines(CITY, declared)).containsExactly("component 'region' was removed (String, nullable)");
    }

    @Test
    void tellsAnotherType() {
        Component larger = primitive("population", ScalarKind.LONG);
        Schema declared = schema("app.City", NAME, larger, REGION);

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(new Difference.Retyped(FieldPath.of("population"), POPULATION, larger));
        assertThat(lines(CITY, declared)).containsExactly("component 'population' changed from int to long");
    }

    @Test
    void tellsAPrimitiveThatBecameItsBox() {
        Schema declared = schema("app.City", NAME, required("population", scalar(ScalarKind.INT)), REGION);

        assertThat(lines(CITY, declared)).containsExactly("component 'population' changed from int to Integer");
        assertThat(lines(declared, CITY)).containsExactly("component 'population' changed from Integer to int");
    }

    @Test
    void tellsAnotherTypeOfElementsWithTheirBoxes() {
        Schema stored = schema("app.A", required("marks", listOf(scalar(ScalarKind.INT))));
        Schema declared = schema("app.A", required("marks", mapOf(listOf(scalar(ScalarKind.DOUBLE)))));

        assertThat(lines(stored, declared))
                .containsExactly("component 'marks' changed from List<Integer> to Map<String, List<Double>>");
    }

    @Test
    void namesEveryTypeAsJavaDoes() {
        Schema stored = schema(
                "app.A",
                required("photo", scalar(ScalarKind.BYTES)),
                required("tags", listOf(scalar(ScalarKind.STRING))),
                primitive("sign", ScalarKind.CHAR),
                required("price", scalar(ScalarKind.DOUBLE)));
        Schema declared = schema(
                "app.A",
                required("photo", listOf(scalar(ScalarKind.BYTES))),
                required("tags", setOf(scalar(ScalarKind.STRING))),
                required("sign", setOf(scalar(ScalarKind.CHAR))),
                required("price", scalar(ScalarKind.BIG_DECIMAL)));

        assertThat(lines(stored, declared))
                .containsExactly(
                        "component 'photo' changed from byte[] to List<byte[]>",
                        "component 'tags' changed from List<String> to Set<String>",
                        "component 'sign' changed from char to Set<Character>",
                        "component 'price' changed from Double to BigDecimal");
    }

    @Test
    void tellsAnAddedOptional() {
        Schema declared = schema("app.City", NAME, POPULATION, REGION, optional("mayor", scalar(ScalarKind.STRING)));

        assertThat(lines(CITY, declared)).containsExactly("component 'mayor' was added (Optional<String>)");
        assertThat(lines(declared, CITY)).containsExactly("component 'mayor' was removed (Optional<String>)");
    }

    @Test
    void tellsOnceThatAComponentBecameAnOptional() {
        Schema declared = schema(
                "app.City",
                optional("name", scalar(ScalarKind.STRING)),
                optional("population", scalar(ScalarKind.INT)),
                optional("region", scalar(ScalarKind.STRING)));

        assertThat(lines(CITY, declared))
                .containsExactly(
                        "component 'name' changed from String to Optional<String>",
                        "component 'population' changed from int to Optional<Integer>",
                        "component 'region' changed from String to Optional<String>");
        assertThat(lines(declared, CITY))
                .containsExactly(
                        "component 'name' changed from Optional<String> to String",
                        "component 'population' changed from Optional<Integer> to int",
                        "component 'region' changed from Optional<String> to String");
    }

    @Test
    void tellsWhatAnOptionalHolds() {
        Schema stored = schema("app.A", optional("marks", listOf(scalar(ScalarKind.INT))));
        Schema declared = schema("app.A", optional("marks", setOf(scalar(ScalarKind.INT))));

        assertThat(lines(stored, declared))
                .containsExactly("component 'marks' changed from Optional<List<Integer>> to Optional<Set<Integer>>");
    }

    @Test
    void tellsTypesOfTheSameSimpleNameApart() {
        Schema stored = schema("app.A", required("state", listOf(enumeration("app.old.State"))));
        Schema declared =
                schema("app.A", required("state", listOf(nested("app.State", primitive("code", ScalarKind.INT)))));

        assertThat(lines(stored, declared))
                .containsExactly("component 'state' changed from List<enum app.old.State> to List<record app.State>");
    }

    @Test
    void tellsThatNullIsNowAllowed() {
        Schema declared = schema("app.City", nullable("name", scalar(ScalarKind.STRING)), POPULATION, REGION);

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(new Difference.MadeNullable(FieldPath.of("name")));
        assertThat(lines(CITY, declared)).containsExactly("component 'name' may now be null");
    }

    @Test
    void tellsThatNullIsNoLongerAllowed() {
        Schema declared = schema("app.City", NAME, POPULATION, required("region", scalar(ScalarKind.STRING)));

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(new Difference.MadeRequired(FieldPath.of("region")));
        assertThat(lines(CITY, declared)).containsExactly("component 'region' may no longer be null");
    }

    @Test
    void tellsAPrimitiveThatBecameANullableBoxOnce() {
        Schema declared = schema("app.City", NAME, nullable("population", scalar(ScalarKind.INT)), REGION);

        assertThat(lines(CITY, declared)).containsExactly("component 'population' may now be null");
        assertThat(lines(declared, CITY)).containsExactly("component 'population' may no longer be null");
    }

    @Test
    void tellsTypeAndNullnessThatChangedTogetherApart() {
        Schema declared = schema("app.City", NAME, nullable("population", scalar(ScalarKind.LONG)), REGION);

        assertThat(lines(CITY, declared))
                .containsExactly(
                        "component 'population' changed from int to Long", "component 'population' may now be null");
    }

    @Test
    void tellsAnotherOrderByTheComponentsThatMoved() {
        Component last = primitive("last", ScalarKind.INT);
        Schema stored = schema("app.City", NAME, POPULATION, REGION, last);
        Schema declared = schema("app.City", NAME, REGION, POPULATION, last);

        assertThat(SchemaDiff.between(stored, declared))
                .containsExactly(new Difference.Reordered(List.of(FieldPath.of("region"), FieldPath.of("population"))));
        assertThat(lines(stored, declared))
                .containsExactly("components changed their order, which is now 'region', 'population'");
    }

    @Test
    void addingAndRemovingComponentsIsNoChangeOfOrder() {
        Component code = primitive("code", ScalarKind.LONG);
        Schema declared = schema("app.City", code, NAME, REGION);

        assertThat(SchemaDiff.between(CITY, declared))
                .containsExactly(
                        new Difference.Removed(FieldPath.of("population"), POPULATION),
                        new Difference.Added(FieldPath.of("code"), code));
    }

    @Test
    void oneComponentHasNoOrder() {
        assertThatThrownBy(() -> new Difference.Reordered(List.of(FieldPath.of("name"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsAnotherEnumInsideListsAndMapsToo() {
        Schema stored = schema(
                "app.A",
                required("status", enumeration("app.A$Status")),
                required("past", mapOf(listOf(enumeration("app.A$Status")))));
        Schema declared = schema(
                "app.A",
                required("status", enumeration("app.Status")),
                required("past", mapOf(listOf(enumeration("app.Status")))));

        assertThat(SchemaDiff.between(stored, declared))
                .containsExactly(
                        new Difference.EnumChanged(FieldPath.of("status"), "app.A$Status", "app.Status"),
                        new Difference.EnumChanged(FieldPath.of("past"), "app.A$Status", "app.Status"));
        assertThat(lines(stored, declared))
                .containsExactly(
                        "component 'status' changed its enum class from app.A$Status to app.Status",
                        "component 'past' changed its enum class from app.A$Status to app.Status");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> lines(null, CITY));
        assertThatNullPointerException().isThrownBy(() -> lines(CITY, null));
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(SchemaComparison.class))
                .hasOnlyElementsOfType(SchemaDiff.class)
                .hasSize(1);
    }

    private static List<String> lines(Schema stored, Schema declared) {
        return new SchemaDiff().differences(stored, declared);
    }
}
