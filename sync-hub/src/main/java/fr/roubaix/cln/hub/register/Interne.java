package fr.roubaix.cln.hub.register;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Not asked for by a person through a screen: no role guards it. The build refuses a method of a service without either. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Interne {

    /** Who calls it, and what keeps others out. */
    String value();
}
