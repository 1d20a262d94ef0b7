package dev.quarry.query.endtoend;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record with components to choose by, nullable ones and Optionals among them. */
record Choice(
        String name,
        @Nullable String note,
        int count,
        @Nullable Integer score,
        Integer boxed,
        double price,
        float ratio,
        char letter,
        byte small,
        Optional<String> code,
        Optional<Integer> rank,
        Optional<Place> spot,
        Mood mood,
        @Nullable Mood other,
        ChronoUnit unit,
        @Nullable Boolean known,
        Place home,
        @Nullable Place second) {

    enum Mood {
        GLAD,
        SAD,
        CALM
    }

    record Place(String city, @Nullable String zip, int floor) {}

    /** Records in which every component takes each of its values next to different ones of the others. */
    static Map<String, Choice> samples() {
        List<String> names = List.of("", "a", "Ada", "aub", "😀x", "7", "12");
        List<@Nullable String> notes = Arrays.asList(null, "a", "", "note", "12", null);
        List<@Nullable Integer> scores = Arrays.asList(null, 0, 1, -7, Integer.MAX_VALUE);
        List<@Nullable Boolean> truths = Arrays.asList(null, true, false);
        Map<String, Choice> samples = new TreeMap<>();
        for (int i = 0; i < 210; i++) {
            Integer score = scores.get(i % scores.size());
            String note = notes.get((i / 2) % notes.size());
            Place place = new Place(names.get(i % names.size()), note, i % 4 - 1);
            samples.put(
                    String.format("k%03d", i),
                    new Choice(
                            names.get((i / 3) % names.size()),
                            note,
                            i % 5 - 2,
                            score,
                            i % 3,
                            i % 4 == 0 ? Double.NaN : i % 6 - 2.5,
                            i % 7 / 3f,
                            "a0Zß".charAt(i % 4),
                            (byte) (i * 37),
                            Optional.ofNullable(notes.get((i / 4) % notes.size())),
                            Optional.ofNullable(scores.get((i / 6) % scores.size())),
                            i % 3 == 0 ? Optional.empty() : Optional.of(place),
                            Mood.values()[i % 3],
                            i % 5 == 0 ? null : Mood.values()[(i / 5) % 3],
                            ChronoUnit.values()[i % ChronoUnit.values().length],
                            truths.get((i / 7) % 3),
                            place,
                            i % 4 == 3 ? null : place));
        }
        return samples;
    }
}
