package dev.quarry.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SchemaDiffPropertyTest {

    @Property
    void aSchemaDoesNotDifferFromItself(@ForAll("schemas") Schema schema) {
        assertThat(SchemaDiff.between(schema, schema)).isEmpty();
        assertThat(new SchemaDiff().differences(schema, schema)).isEmpty();
    }

    @Property
    void schemasDifferExactlyWhenTheirShapesDo(@ForAll("schemas") Schema stored, @ForAll("schemas") Schema declared) {
        assertDiffersLikeShape(stored, declared);
    }

    /** Two components that agree in all but one thing, which two schemas drawn at random seldom do. */
    @Property
    void oneTypeOrPresenceIsEnoughToDiffer(
            @ForAll("types") FieldType before,
            @ForAll("types") FieldType after,
            @ForAll Presence presenceBefore,
            @ForAll Presence presenceAfter) {
        assertDiffersLikeShape(holding(before, presenceBefore), holding(before, presenceAfter));
        assertDiffersLikeShape(holding(before, presenceBefore), holding(after, presenceBefore));
    }

    @Property
    void whatDiffersInsideDiffersOutside(@ForAll("schemas") Schema before, @ForAll("schemas") Schema after) {
        FieldType from = new FieldType.RecordType(before);
        FieldType to = new FieldType.RecordType(new Schema(before.className(), after.components()));

        assertDiffersLikeShape(holding(from, Presence.NULLABLE), holding(to, Presence.NULLABLE));
        assertDiffersLikeShape(
                holding(new FieldType.ListType(from), Presence.REQUIRED),
                holding(new FieldType.ListType(to), Presence.REQUIRED));
        assertDiffersLikeShape(
                holding(new FieldType.MapType(from), Presence.REQUIRED),
                holding(new FieldType.MapType(to), Presence.REQUIRED));
    }

    @Property
    void anotherOrderOfTheSameComponentsIsTheOnlyDifference(@ForAll("schemas") Schema stored, @ForAll Random random) {
        List<Component> shuffled = new ArrayList<>(stored.components());
        Collections.shuffle(shuffled, random);
        Schema declared = new Schema(stored.className(), shuffled);

        assertDiffersLikeShape(stored, declared);
        assertThat(SchemaDiff.between(stored, declared))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(Difference.Reordered.class::isInstance);
    }

    @Property
    void everyDifferenceIsALineOfItsOwn(@ForAll("schemas") Schema stored, @ForAll("schemas") Schema declared) {
        assertThat(new SchemaDiff().differences(stored, declared))
                .hasSameSizeAs(SchemaDiff.between(stored, declared))
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("component") && !line.contains("\n") && !line.endsWith("."));
    }

    @Provide
    Arbitrary<Schema> schemas() {
        return RandomSchemas.schemas();
    }

    @Provide
    Arbitrary<FieldType> types() {
        return RandomSchemas.types();
    }

    private static Schema holding(FieldType type, Presence presence) {
        return new Schema("app.Outer", List.of(new Component("held", type, presence)));
    }

    private static void assertDiffersLikeShape(Schema stored, Schema declared) {
        boolean sameShape = stored.shape().equals(declared.shape());
        assertThat(SchemaDiff.between(stored, declared).isEmpty()).isEqualTo(sameShape);
    }
}
