package fr.roubaix.cln.hub.bench;

import java.lang.reflect.Method;

import com.vaadin.browserless.BrowserlessTestSpringLookupInitializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.AttributeAccessorSupport;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;

/** Tells the screens that are opened on a thread which hub they belong to, as the framework does for a test. */
final class HubOfAThread extends AttributeAccessorSupport implements TestContext {

    private final transient ApplicationContext hub;

    private HubOfAThread(ApplicationContext hub) {
        this.hub = hub;
    }

    /** From now on, on this thread. */
    static void set(ApplicationContext hub) {
        try {
            new BrowserlessTestSpringLookupInitializer().beforeTestMethod(new HubOfAThread(hub));
        } catch (Exception e) {
            throw new IllegalStateException("no screen can be opened on this hub", e);
        }
    }

    @Override
    public ApplicationContext getApplicationContext() {
        return hub;
    }

    @Override
    public Class<?> getTestClass() {
        return HubOfAThread.class;
    }

    @Override
    public Object getTestInstance() {
        return this;
    }

    @Override
    public Method getTestMethod() {
        throw new UnsupportedOperationException("this is no test");
    }

    @Override
    public @Nullable Throwable getTestException() {
        return null;
    }

    @Override
    public void markApplicationContextDirty(@Nullable HierarchyMode mode) {
        throw new UnsupportedOperationException("the hub outlives the thread");
    }

    @Override
    public void updateState(@Nullable Object instance, @Nullable Method method, @Nullable Throwable thrown) {
        throw new UnsupportedOperationException("this is no test");
    }
}
