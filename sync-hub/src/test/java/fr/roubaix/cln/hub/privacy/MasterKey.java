package fr.roubaix.cln.hub.privacy;

import org.springframework.beans.factory.BeanFactory;

/** The master key of a whole hub, for tests of other packages. */
public final class MasterKey {

    private MasterKey() {}

    /** Changes it, in the name of whoever is signed in, and gives its number. */
    public static int change(BeanFactory hub) {
        var rotation = hub.getBean(RotationDeLaMaitresse.class);
        return switch (rotation.tourner(rotation.toutes().size())) {
            case RotationDeLaMaitresse.Issue.Tournee(var number) -> number;
            case RotationDeLaMaitresse.Issue other -> throw new AssertionError(other);
        };
    }
}
