package dev.quarry.query.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The engines for which a build requires an exact form of every filter. Without the option that is the embedded one; a filter
 * has a form for each other engine that can say it all the same.
 */
final class RequiredEngines {
    /** The processor's option: names of engines, between commas. */
    static final String OPTION = "quarry.engines";

    private RequiredEngines() {}

    /** The names that the option lists; the embedded engine if it is not given. */
    static Set<String> of(Map<String, String> options, String embedded) {
        String listed = options.getOrDefault(OPTION, embedded);
        return Arrays.stream(listed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What to say of names that are no engine's. */
    static String unknown(Set<String> unknown, Set<String> engines) {
        return "-A" + OPTION + " names " + String.join(", ", unknown) + ", but filters are compiled for "
                + String.join(" and ", new TreeSet<>(engines));
    }
}
