package dev.quarry.benchmarks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Cities made up from their number: the same ones in every run. Immutable. */
final class SampleCities {
    static final int PER_COUNTRY = 20;
    static final int LARGEST = 1_000_000;

    private static final int LETTERS = 26;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456789Z");

    private final int rows;
    private final int countries;

    SampleCities(int rows) {
        this.rows = rows;
        this.countries = Math.max(1, rows / PER_COUNTRY);
    }

    static String key(int number) {
        return String.format(Locale.ROOT, "city-%07d", number);
    }

    /** The code of the country that a city of this number is in; each has {@link #PER_COUNTRY} cities. */
    String country(int number) {
        return String.format(Locale.ROOT, "C%05d", number % countries);
    }

    /** A capital letter, with which the names of a twenty-sixth of all cities begin. */
    static String letter(int number) {
        return String.valueOf((char) ('A' + Math.floorMod(number, LETTERS)));
    }

    City city(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return new City(
                letter(random.nextInt(LETTERS)) + "polis " + number,
                country(number),
                number % 4 == 0 ? null : "Region " + number % 100,
                random.nextInt(LARGEST),
                random.nextDouble() * 180 - 90,
                START.plusSeconds(number));
    }

    Map<String, City> all() {
        Map<String, City> cities = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            cities.put(key(i), city(i));
        }
        return cities;
    }
}
