package dev.quarry.migration.diff;

import static dev.quarry.migration.diff.Shapes.nested;
import static dev.quarry.migration.diff.Shapes.nullable;
import static dev.quarry.migration.diff.Shapes.primitive;
import static dev.quarry.migration.diff.Shapes.required;
import static dev.quarry.migration.diff.Shapes.scalar;
import static dev.quarry.migration.diff.Shapes.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RenameHintTest {
    private static final FieldType TEXT = scalar(ScalarKind.STRING);

    @Test
    void oneRemovedAndOneAddedOfTheSameTypeMayBeARename() {
        assertThat(lines(List.of(nullable("region", TEXT)), List.of(nullable("area", TEXT))))
                .containsExactly(
                        "component 'region' was removed (String, nullable)",
                        "component 'area' was added (String, nullable); if it is 'region' renamed,"
                                + " write @Was(\"region\") on it");
    }

    @Test
    void insideANestedRecordItNamesTheDottedPath() {
        assertThat(lines(
                        List.of(required("name", nested("app.Name", required("common", TEXT)))),
                        List.of(required("name", nested("app.Name", required("usual", TEXT))))))
                .last()
                .isEqualTo("component 'name.usual' was added (String, required); if it is 'name.common' renamed,"
                        + " write @Was(\"common\") on it");
    }

    @Test
    void componentsOfOtherTypesDontBlurTheHint() {
        assertThat(lines(
                        List.of(required("name", TEXT), primitive("size", ScalarKind.INT)),
                        List.of(required("title", TEXT), primitive("length", ScalarKind.INT))))
                .filteredOn(line -> line.contains("was added"))
                .containsExactly(
                        "component 'title' was added (String, required); if it is 'name' renamed,"
                                + " write @Was(\"name\") on it",
                        "component 'length' was added (int, required); if it is 'size' renamed,"
                                + " write @Was(\"size\") on it");
    }

    @Test
    void anotherPresenceIsNoRename() {
        assertNoHint(List.of(nullable("region", TEXT)), List.of(required("area", TEXT)));
    }

    @Test
    void anotherTypeIsNoRename() {
        assertNoHint(List.of(required("region", TEXT)), List.of(required("area", scalar(ScalarKind.UUID))));
    }

    @Test
    void aMoveIntoANestedRecordIsNoRename() {
        assertNoHint(
                List.of(required("common", TEXT), required("name", nested("app.Name"))),
                List.of(required("name", nested("app.Name", required("usual", TEXT)))));
    }

    @Test
    void doesNotGuessBetweenTwoRemovedOrTwoAdded() {
        List<Component> one = List.of(required("a", TEXT));
        List<Component> two = List.of(required("b", TEXT), required("c", TEXT));

        assertNoHint(one, two);
        assertNoHint(two, one);
    }

    private static void assertNoHint(List<Component> stored, List<Component> declared) {
        assertThat(lines(stored, declared))
                .anyMatch(line -> line.contains("was added"))
                .noneMatch(line -> line.contains("renamed"));
    }

    private static List<String> lines(List<Component> stored, List<Component> declared) {
        return new SchemaDiff()
                .differences(
                        schema("app.Place", stored.toArray(Component[]::new)),
                        schema("app.Place", declared.toArray(Component[]::new)));
    }
}
