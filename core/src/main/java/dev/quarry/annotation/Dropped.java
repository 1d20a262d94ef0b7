package dev.quarry.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of components that a record had once that they are gone, not renamed: {@code @Dropped("fax") record Customer(…)}. Their
 * values stay in the database, out of this program's reach; those in a record of a collection until that is written again. Needed where the store would ask otherwise: for a component that
 * could not be null and has no default, and where one of the same type came in the same version.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Dropped {
    /** The names of the components. */
    String[] value();
}
