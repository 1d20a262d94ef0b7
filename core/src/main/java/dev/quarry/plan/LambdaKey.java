package dev.quarry.plan;

import java.util.Objects;

/**
 * The method that implements a lambda or that a method reference names: what ties a lambda object at run time to the plan
 * that was compiled for it.
 *
 * @param owner binary name of the class that declares the method
 * @param name the method's name
 * @param descriptor its descriptor as in the class file
 */
public record LambdaKey(String owner, String name, String descriptor) {
    public LambdaKey {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(descriptor, "descriptor");
    }

    /** {@code owner#name(descriptor)}. */
    @Override
    public String toString() {
        return owner + "#" + name + descriptor;
    }
}
