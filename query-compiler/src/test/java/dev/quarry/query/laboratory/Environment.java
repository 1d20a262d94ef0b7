package dev.quarry.query.laboratory;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What a JVM takes from its surroundings.
 *
 * @param locale the default locale, which case mappings follow
 * @param zone the default time zone, which nothing may follow
 */
record Environment(Locale locale, TimeZone zone) {
    static final List<Environment> ALL =
            List.of(of("en", "UTC"), of("tr", "Asia/Tokyo"), of("lt", "America/St_Johns"), of("az", "Pacific/Apia"));

    static Environment of(String language, String zone) {
        return new Environment(Locale.forLanguageTag(language), TimeZone.getTimeZone(zone));
    }

    /** Runs something in this environment and puts back the one from before. */
    void run(Runnable work) {
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        try {
            work.run();
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Override
    public String toString() {
        return locale.toLanguageTag() + " " + zone.getID();
    }
}
