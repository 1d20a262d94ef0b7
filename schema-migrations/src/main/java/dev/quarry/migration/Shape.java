package dev.quarry.migration;

import dev.quarry.codec.RecordCodec;
import dev.quarry.codec.RowCodec;
import dev.quarry.codec.StoredMembers;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Schema;
import dev.quarry.store.Generations;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As what the records of a store are read. */
sealed interface Shape<O> {

    /** The schema that the store must have; empty if any will do. */
    Optional<Schema> expected();

    /** What reads records of a store whose schema is the expected one. */
    Generations.RowReader<O> reader(Schema stored, StoredMembers members);

    /** Whether two records are stored alike, which for arrays is not whether they are equal. */
    boolean isSame(O one, O other);

    /** As records that the script declares. */
    record Declared<O>(DeclaredRecord<O> record, RecordCodec<O> codec) implements Shape<O> {
        Declared(DeclaredRecord<O> record) {
            this(record, RecordCodec.of(record));
        }

        @Override
        public boolean isSame(O one, O other) {
            return Arrays.deepEquals(stored(one), stored(other));
        }

        private @Nullable Object[] stored(O value) {
            @Nullable Object[] row = new Object[codec.width()];
            codec.write(value, row, 0);
            return row;
        }

        @Override
        public Optional<Schema> expected() {
            return Optional.of(record.schema());
        }

        @Override
        public Generations.RowReader<O> reader(Schema stored, StoredMembers members) {
            return RecordCodec.of(record, members)::read;
        }
    }

    /** As they are, by component. */
    record AsStored() implements Shape<Map<String, @Nullable Object>> {
        @Override
        public boolean isSame(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
            return one.equals(other);
        }

        @Override
        public Optional<Schema> expected() {
            return Optional.empty();
        }

        @Override
        public Generations.RowReader<Map<String, @Nullable Object>> reader(Schema stored, StoredMembers members) {
            return RowCodec.of(stored, members)::read;
        }
    }
}
