package dev.quarry.query.endtoend;

import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with an index of a component of each type, and with components without one. */
record Parcel(
        @Unique String code,
        @Indexed String town,
        String street,
        @Indexed int weight,
        int height,
        @Indexed @Nullable Integer rank,
        @Indexed long size,
        @Indexed double price,
        @Indexed @Nullable Instant sent,
        @Indexed UUID sender,
        @Indexed Status status,
        @Indexed boolean urgent,
        List<String> tags,
        Depot depot) {

    enum Status {
        WAITING,
        GONE
    }

    record Depot(String name) {}

    static Parcel of(int number) {
        return new Parcel(
                "code" + number,
                "town" + number % 50,
                "street" + number % 7,
                number % 40,
                number % 9,
                number % 3 == 0 ? null : number,
                1_000L * number,
                number / 4.0,
                number % 5 == 0 ? null : Instant.ofEpochSecond(number),
                new UUID(1, number % 20),
                number % 6 == 0 ? Status.WAITING : Status.GONE,
                number % 11 == 0,
                List.of(),
                new Depot("depot" + number % 4));
    }
}
