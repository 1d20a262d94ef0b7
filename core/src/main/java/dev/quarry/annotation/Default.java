package dev.quarry.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a component in records that were written without it: those that are older than the component, and those of
 * programs that do not know it. A record that is written by this program always has the value that the program gives.
 *
 * <p>The text is read as the component's type: a text as it is, numbers and truth values as in a Java source without suffix,
 * a {@code char} as one character, the constant of an enum by its name, times by their {@code parse}, a {@code byte[]} as
 * Base64, and a list, set or map as JSON: {@code @Default("[]")}, {@code @Default("{}")}. A nested record has none; its
 * components have. Changing the text later changes no record; in the records of a collection it cannot be changed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The value as text; a text that is none of the component's type throws {@link dev.quarry.error.InvalidDefault}. */
    String value();
}
