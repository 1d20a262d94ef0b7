package dev.quarry.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The names that a component had before, in the same record: {@code @Was("town") String city}. What is stored stays as it is,
 * and programs that know the component by a former name go on working. A component that was renamed more than once names
 * every former name that a database may still hold: {@code @Was({"town", "place"})}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Was {
    /** The former names, in any order. */
    String[] value();
}
