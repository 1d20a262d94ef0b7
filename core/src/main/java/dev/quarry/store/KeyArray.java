package dev.quarry.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/** Any number of keys as one bind. */
final class KeyArray {
    private KeyArray() {}

    static String of(Collection<String> keys) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(keys.size());
        keys.forEach(array::add);
        return array.toString();
    }
}
