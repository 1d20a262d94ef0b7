package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a script's class says: {@code V2__split_name}. */
record ScriptName(int version, String description) {
    private static final Pattern NAME = Pattern.compile("V0*([1-9][0-9]{0,8})__(\\w+)");

    static ScriptName of(Class<?> script) {
        Matcher matcher = NAME.matcher(script.getSimpleName());
        if (!matcher.matches()) {
            throw new InvalidScript(
                    script.getName(),
                    "its name has no version and description as V2__split_name has; rename the class, or override version()"
                            + " and description()");
        }
        return new ScriptName(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2).replace('_', ' ').strip());
    }
}
