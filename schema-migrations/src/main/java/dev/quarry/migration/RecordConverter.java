package dev.quarry.migration;

import java.util.Optional;

/** Converts by the methods of a {@link Migration}. */
final class RecordConverter<O extends Record, N extends Record> implements Converter<O, N> {
    private final Migration<O, N> migration;

    RecordConverter(Migration<O, N> migration) {
        this.migration = migration;
    }

    /** Both methods are the user's, who may not keep to what they are to return. */
    @Override
    @SuppressWarnings("ConstantValue")
    public Optional<Converted<N>> convert(String key, O old) {
        String newKey;
        N record;
        try {
            newKey = migration.key(key, old);
            record = migration.up(old);
        } catch (Throwable e) {
            throw Unconverted.by(e, null);
        }
        if (newKey == null) {
            throw new Unconverted(Failure.Reason.INVALID, null, "key() gave null", null);
        }
        if (record == null) {
            throw new Unconverted(Failure.Reason.NULL, null, "up() gave null instead of a record", null);
        }
        return Optional.of(new Converted<>(newKey, record));
    }

    @Override
    public Optional<O> back(N record) {
        try {
            return migration.down(record);
        } catch (Throwable e) {
            throw Unconverted.by(e, null);
        }
    }
}
