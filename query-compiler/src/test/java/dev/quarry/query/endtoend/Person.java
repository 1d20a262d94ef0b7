package dev.quarry.query.endtoend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record Person(
        String name,
        int age,
        @Nullable Integer score,
        double height,
        @Nullable Instant seen,
        Level level,
        List<String> tags,
        Address home) {

    enum Level {
        NEW,
        KNOWN,
        ADMIN
    }

    record Address(String city, @Nullable String street) {}

    static Person of(String name, int age) {
        return new Person(name, age, null, 1.5, null, Level.NEW, List.of(), new Address("Athens", null));
    }

    Person withScore(@Nullable Integer other) {
        return new Person(name, age, other, height, seen, level, tags, home);
    }

    Person withHeight(double other) {
        return new Person(name, age, score, other, seen, level, tags, home);
    }

    Person withLevel(Level other) {
        return new Person(name, age, score, height, seen, other, tags, home);
    }

    Person withSeen(@Nullable Instant other) {
        return new Person(name, age, score, height, other, level, tags, home);
    }
}
