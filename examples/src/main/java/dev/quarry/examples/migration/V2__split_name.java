package dev.quarry.examples.migration;

import dev.quarry.migration.Migration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From version 1 to 2: the nested name becomes two components, the currencies become a list of records that know their codes,
 * and there is a region code.
 */
public final class V2__split_name extends Migration<V2__split_name.Before, Country> {

    /** A country as version 1 of the program had it. */
    public record Before(
            Name name, String region, @Nullable String subregion, Map<String, Money> currencies, double area) {

        /** The names of a country. */
        public record Name(String common, String official) {}

        /** A currency, under its code. */
        public record Money(String name, String symbol) {}
    }

    /** For the service loader. */
    public V2__split_name() {
        super("countries");
    }

    @Override
    public Country up(Before old) {
        List<Country.Currency> currencies = new ArrayList<>();
        old.currencies()
                .forEach((code, money) -> currencies.add(new Country.Currency(code, money.name(), money.symbol())));
        return new Country(
                old.name().common(),
                old.name().official(),
                old.region(),
                old.subregion(),
                regionCode(old.region(), old.subregion()),
                currencies,
                old.area());
    }

    /** {@code EU-NE} for Northern Europe, {@code AN} for the Antarctic. */
    static String regionCode(String region, @Nullable String subregion) {
        if (region.length() < 2) {
            throw new IllegalArgumentException("the region '" + region + "' has no code");
        }
        StringBuilder code = new StringBuilder(region.substring(0, 2).toUpperCase(Locale.ROOT));
        if (subregion != null) {
            code.append('-');
            for (String word : subregion.split(" ")) {
                code.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return code.toString();
    }

    @Override
    public Optional<Before> down(Country now) {
        Map<String, Before.Money> currencies = new LinkedHashMap<>();
        now.currencies().forEach(one -> currencies.put(one.code(), new Before.Money(one.name(), one.symbol())));
        return Optional.of(new Before(
                new Before.Name(now.commonName(), now.officialName()),
                now.region(),
                now.subregion(),
                currencies,
                now.area()));
    }
}
