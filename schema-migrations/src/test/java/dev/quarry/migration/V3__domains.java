package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.insideEach;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.require;
import static dev.quarry.migration.Steps.unique;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The script of listed changes that the documentation shows. */
final class V3__domains extends Changes {
    record Before(String cca2, List<String> tld, String cioc, double area, List<Coin> currencies) {}

    record Coin(String name, @Nullable String symbol) {}

    record Country(String cca2, List<String> domains, BigDecimal area, List<Money> currencies) {}

    record Money(String name, String sign) {}

    @Override
    protected List<Change> changes() {
        return List.of(change(
                "countries",
                Country.class,
                rename("tld", "domains"),
                remove("cioc"),
                convert("area", (Double area) -> BigDecimal.valueOf(area)),
                insideEach("currencies", rename("symbol", "sign"), require("sign", "?")),
                unique("cca2")));
    }
}
