package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The scripts that the class path lists. */
final class ListedScripts {
    private static final String LIST = "META-INF/services/" + Script.class.getName();

    private static final String NEEDED =
            "; a script that is listed is there, extends Migration or Changes, is public and not abstract, and has a public"
                    + " constructor without parameters";

    private ListedScripts() {}

    /** All of them, each made anew; throws {@link InvalidScript} if one cannot be. */
    static List<Script> load() {
        List<Script> scripts = new ArrayList<>();
        try {
            Iterator<ServiceLoader.Provider<Script>> listed =
                    ServiceLoader.load(Script.class).stream().iterator();
            while (listed.hasNext()) {
                scripts.add(made(listed.next()));
            }
        } catch (ServiceConfigurationError e) {
            throw new InvalidScript("what " + LIST + " lists", e.getMessage() + NEEDED, e);
        }
        return scripts;
    }

    private static Script made(ServiceLoader.Provider<Script> listed) {
        String name = listed.type().getName();
        try {
            return listed.get();
        } catch (ServiceConfigurationError e) {
            Throwable thrown = e.getCause();
            if (thrown == null || thrown instanceof ReflectiveOperationException) {
                throw new InvalidScript(name, "it cannot be made" + NEEDED, e);
            }
            throw new InvalidScript(
                    name, "its constructor threw " + thrown + "; correct it, or take it from the list", thrown);
        }
    }
}
