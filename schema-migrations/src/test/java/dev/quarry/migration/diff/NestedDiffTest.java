package dev.quarry.migration.diff;

import static dev.quarry.migration.diff.Shapes.listOf;
import static dev.quarry.migration.diff.Shapes.mapOf;
import static dev.quarry.migration.diff.Shapes.nested;
import static dev.quarry.migration.diff.Shapes.nullable;
import static dev.quarry.migration.diff.Shapes.primitive;
import static dev.quarry.migration.diff.Shapes.required;
import static dev.quarry.migration.diff.Shapes.scalar;
import static dev.quarry.migration.diff.Shapes.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NestedDiffTest {
    private static final Component COMMON = required("common", scalar(ScalarKind.STRING));
    private static final Component OFFICIAL = nullable("official", scalar(ScalarKind.STRING));

    @Test
    void tellsEveryKindWithItsDottedPath() {
        Schema stored = country(nested(
                "app.Name",
                COMMON,
                OFFICIAL,
                primitive("length", ScalarKind.INT),
                primitive("old", ScalarKind.BOOLEAN)));
        Schema declared = country(nested(
                "app.Name",
                nullable("common", scalar(ScalarKind.STRING)),
                primitive("length", ScalarKind.LONG),
                required("official", scalar(ScalarKind.STRING)),
                required("since", scalar(ScalarKind.INSTANT))));

        assertThat(lines(stored, declared))
                .containsExactly(
                        "component 'name.common' may now be null",
                        "component 'name.official' may no longer be null",
                        "component 'name.length' changed from int to long",
                        "component 'name.old' was removed (boolean, required)",
                        "component 'name.since' was added (Instant, required)",
                        "components changed their order, which is now 'name.length', 'name.official'");
    }

    @Test
    void tellsARenamedRecordAndNothingOfItsEqualComponents() {
        Schema stored = country(nested("app.Name", COMMON, OFFICIAL));
        Schema declared = country(nested("app.FullName", COMMON, OFFICIAL));

        assertThat(SchemaDiff.between(stored, declared))
                .containsExactly(new Difference.RecordChanged(FieldPath.of("name"), "app.Name", "app.FullName"));
        assertThat(lines(stored, declared))
                .containsExactly("component 'name' changed its record class from app.Name to app.FullName");
    }

    @Test
    void tellsWhatDiffersInsideARenamedRecordToo() {
        Schema stored = country(nested("app.Name", COMMON));
        Schema declared = country(nested("app.FullName", COMMON, OFFICIAL));

        assertThat(SchemaDiff.between(stored, declared))
                .containsExactly(
                        new Difference.RecordChanged(FieldPath.of("name"), "app.Name", "app.FullName"),
                        new Difference.Added(FieldPath.of("name", "official"), OFFICIAL));
    }

    @Test
    void stepsIntoTheRecordsOfListsAndMaps() {
        Schema stored = schema(
                "app.Country",
                required("names", listOf(nested("app.Name", COMMON))),
                required("byLanguage", mapOf(nested("app.Name", COMMON))));
        Schema declared = schema(
                "app.Country",
                required("names", listOf(nested("app.Name", COMMON, OFFICIAL))),
                required("byLanguage", mapOf(nested("app.Name", nullable("common", scalar(ScalarKind.STRING))))));

        assertThat(lines(stored, declared))
                .containsExactly(
                        "component 'names.official' was added (String, nullable)",
                        "component 'byLanguage.common' may now be null");
    }

    @Test
    void stepsIntoRecordsOfRecordsThatMayBeNull() {
        Schema stored = country(nested("app.Name", nullable("origin", nested("app.Origin", COMMON))));
        Schema declared = country(nested("app.Name", nullable("origin", nested("app.Origin", COMMON, OFFICIAL))));

        assertThat(SchemaDiff.between(stored, declared))
                .containsExactly(new Difference.Added(FieldPath.of("name", "origin", "official"), OFFICIAL));
    }

    @Test
    void aRecordThatBecameAListOfItIsAnotherType() {
        Schema stored = country(nested("app.Name", COMMON));
        Schema declared = country(listOf(nested("app.Name", COMMON)));

        assertThat(lines(stored, declared)).containsExactly("component 'name' changed from Name to List<Name>");
    }

    private static Schema country(FieldType name) {
        return schema("app.Country", required("name", name));
    }

    private static List<String> lines(Schema stored, Schema declared) {
        return new SchemaDiff().differences(stored, declared);
    }
}
