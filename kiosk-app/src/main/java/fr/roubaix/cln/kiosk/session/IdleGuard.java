package fr.roubaix.cln.kiosk.session;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

import fr.roubaix.cln.web.IdleWarning;
import fr.roubaix.cln.web.IdleWatch;

/**
 * Erases a visit that nobody goes on with: after a while without a touch it asks, for thirty seconds, then erases.
 */
public final class IdleGuard extends Composite<Div> {

    private static final Duration COUNTDOWN = Duration.ofSeconds(30);

    /** A warning takes a moment to come: the page erases itself only when it did not come at all. */
    private static final Duration GRACE = COUNTDOWN.plusSeconds(5);

    private boolean nothingToLose;
    private final IdleWatch watch = new IdleWatch();
    private Duration usual = COUNTDOWN;

    IdleGuard() {
        getContent().add(watch);
        watch.eraseAfter(GRACE);
        watch.onIdle(_ -> end());
        watch.onErased(_ -> leave());
    }

    /** Whether the current screen holds nothing that a person would miss: then nobody is asked. */
    void nothingToLose(boolean nothing) {
        nothingToLose = nothing;
    }

    /** Whether the page of this guard shows something that a person would miss, or that the next one must not see. */
    boolean holdsAVisit() {
        return !nothingToLose;
    }

    private void end() {
        if (nothingToLose) {
            leave();
        } else {
            warn();
        }
    }

    void watch(Duration delay) {
        usual = delay;
        watch.watch(delay);
    }

    void rest() {
        watch.rest();
    }

    private void warn() {
        new IdleWarning(COUNTDOWN, this::leave).open();
    }

    private void leave() {
        getUI().ifPresent(Departure::of);
    }

    /**
     * Changes the wait of the current screen, until the next navigation: a confirmation leaves more time than a question.
     */
    public static void delay(UI ui, Duration delay) {
        of(ui).ifPresent(guard -> guard.watch.watch(delay));
    }

    /** Takes the usual wait again, before the next navigation. */
    public static void resume(UI ui) {
        of(ui).ifPresent(guard -> guard.watch.watch(guard.usual));
    }

    /** The guard of a page; none where the frame of the terminal is not. */
    static Optional<IdleGuard> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, IdleGuard.class));
    }

    /** Makes this the guard of a page. */
    void keep(UI ui) {
        ComponentUtil.setData(ui, IdleGuard.class, this);
    }
}
