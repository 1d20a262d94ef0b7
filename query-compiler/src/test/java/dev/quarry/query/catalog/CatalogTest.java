package dev.quarry.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every public method of the classes that filters use is in the catalogue: there is no third case. */
class CatalogTest {
    /** How many rows are supported; it only grows. */
    private static final int FLOOR = 613;

    private static final Pattern VERB = Pattern.compile("DB\\.(\\w+)");

    @Test
    void everyPublicMethodOfTheListedClassesIsSupportedOrRefused() throws ClassNotFoundException {
        List<String> missing = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            if (owner != Owner.NOTHING) {
                for (Method method : Class.forName(owner.className()).getMethods()) {
                    if (!method.isSynthetic() && !isKnown(owner, method)) {
                        missing.add(owner.displayName() + "." + method.getName()
                                + Arrays.toString(method.getParameterTypes()));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static boolean isKnown(Owner owner, Method method) {
        return isSupported(owner, method)
                || Catalog.refusal(owner, method.getName(), parameters(method)).isPresent();
    }

    private static List<String> parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .toList();
    }

    private static boolean isSupported(Owner owner, Method method) {
        return Catalog.all().stream()
                .anyMatch(row -> row.owner() == owner
                        && row.isSupported()
                        && row.method().equals(method.getName())
                        && row.parameters().size() == method.getParameterCount()
                        && takes(row, method));
    }

    @Test
    void whatIsSupportedOnlyGrows() {
        assertThat(Catalog.all().stream().filter(Row::isSupported).count()).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void everySupportedRowIsAMethodOfItsClass() throws ClassNotFoundException {
        for (Row row : Catalog.all().stream().filter(Row::isSupported).toList()) {
            assertThat(Class.forName(row.owner().className()).getMethods())
                    .as("%s.%s", row.owner(), row.signature())
                    .anyMatch(method -> method.getName().equals(row.method()) && isCallable(row, method));
        }
    }

    @Test
    void whatARefusalNamesIsThere() {
        Set<String> verbs =
                Arrays.stream(DB.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
        List<String> named = Arrays.stream(Refusal.values())
                .flatMap(refusal -> VERB.matcher(refusal.rewrite()).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(named).contains("scan", "set");
        assertThat(verbs).containsAll(named);
    }

    /** A box has its static methods of one value as methods of that value, and takes a wider one for a narrow one. */
    private static boolean isCallable(Row row, Method method) {
        return method.getParameterCount() == row.parameters().size();
    }

    /** Whether each parameter is the method's; of the implementations of CharSequence the language has one. */
    private static boolean takes(Row row, Method method) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            String declared = method.getParameterTypes()[i].getSimpleName();
            String written = row.parameters().get(i);
            boolean same = written.equals(declared)
                    || written.equals("String") && declared.equals("CharSequence")
                    || written.equals("V") && declared.equals("Object");
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
