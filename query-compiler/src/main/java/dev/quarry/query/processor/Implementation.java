package dev.quarry.query.processor;

import dev.quarry.plan.LambdaKey;
import dev.quarry.query.LambdaSource.Kind;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A method that implements a lambda.
 *
 * @param key the method
 * @param kind what the lambda is for
 * @param holdsThis whether the first value that the lambda object holds is the object around it
 * @param firstLine its first line in the source, 0 if the class file has no lines
 * @param lastLine its last line
 * @param parameterNames the names of its parameters; empty if the class file does not have them all
 * @param trace what it does
 * @param digest of its code
 */
record Implementation(
        LambdaKey key,
        Kind kind,
        boolean holdsThis,
        int firstLine,
        int lastLine,
        List<String> parameterNames,
        Trace trace,
        String digest) {

    boolean hasLines() {
        return firstLine > 0;
    }

    /** The descriptors of the captured variables. */
    List<String> captured() {
        List<String> parameters = parameters();
        return parameters.isEmpty() ? parameters : parameters.subList(0, parameters.size() - 1);
    }

    /** Whether the method takes such a record, after what it captured. */
    boolean takes(String recordName) {
        List<String> parameters = parameters();
        return !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).equals("L" + recordName.replace('.', '/') + ";");
    }

    private List<String> parameters() {
        return Arrays.stream(Type.getArgumentTypes(key.descriptor()))
                .map(Type::getDescriptor)
                .toList();
    }
}
