package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.security.Role;

/** Who may do what, use case by use case and screen by screen, as the running hub answers. */
@WithMockUser(
        username = "personne",
        roles = {})
class RolesTest extends HubScreens {

    private static final Path PAGE = Path.of("..", "src", "docs", "roles.md");
    private static final Pattern ROLE = Pattern.compile("'([A-Z]+)'");

    @Autowired
    private ApplicationContext context;

    @Test
    void every_use_case_answers_the_roles_that_its_rule_names_and_no_other() {
        guarded().forEach((name, guarded) -> {
            for (Role role : Role.values()) {
                assertThat(guarded.answers(role))
                        .as("%s as %s", name, role)
                        .isEqualTo(guarded.named().contains(role));
            }
        });
    }

    @Test
    void every_screen_opens_for_the_roles_that_it_names_and_no_other() {
        screens().forEach((route, screen) -> {
            for (Role role : Role.values()) {
                assertThat(opens(route, screen, role))
                        .as("%s as %s", route, role)
                        .isEqualTo(named(screen).contains(role));
            }
        });
    }

    @Test
    void a_method_of_a_service_has_a_rule_or_says_who_calls_it() {
        assertThat(beans().values().stream()
                        .map(AopUtils::getTargetClass)
                        .filter(type -> type.isAnnotationPresent(Service.class) || holdsARule(type))
                        .filter(type -> !type.isAnnotationPresent(Interne.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(RolesTest::offered)
                        .filter(method -> !method.isAnnotationPresent(PreAuthorize.class))
                        .filter(method -> !method.isAnnotationPresent(Interne.class))
                        .map(RolesTest::name))
                .as("without @PreAuthorize nor @Interne")
                .isEmpty();
    }

    /** Written again by {@code -Dcln.roles.ecrire=true}, for the change to be read by a person. */
    @Test
    void the_page_of_roles_says_what_the_hub_answers() throws IOException {
        String page = page();
        if (Boolean.getBoolean("cln.roles.ecrire")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() {
        var texte = new StringBuilder("""
                # Qui peut faire quoi au hub

                Cette page est produite par le programme : un test la compare à ce que le hub répond vraiment, rôle par
                rôle. Une action nouvelle sans règle, ou une case qui change, arrête la construction. Pour écrire la page
                de nouveau après un changement voulu : `-Dcln.roles.ecrire=true` sur le test `RolesTest`.

                ## Écrans

                """);
        table(texte, "Écran", new TreeMap<>(screens()), RolesTest::named);
        texte.append(
                "\n## Actions\n\nUne action en *italique* ne fait que montrer ; les autres laissent une ligne au registre.\n\n");
        table(texte, "Action", guarded(), Guarded::named);
        return texte.toString();
    }

    private static <T> void table(
            StringBuilder texte, String titre, Map<String, T> lignes, java.util.function.Function<T, Set<Role>> roles) {
        texte.append("| ").append(titre).append(" |");
        for (Role role : Role.values()) {
            texte.append(' ').append(role.titre()).append(" |");
        }
        texte.append("\n|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        lignes.forEach((nom, ligne) -> {
            texte.append("| ").append(label(nom, ligne)).append(" |");
            for (Role role : Role.values()) {
                texte.append(roles.apply(ligne).contains(role) ? " oui |" : " · |");
            }
            texte.append('\n');
        });
    }

    private static String label(String name, Object row) {
        if (row instanceof Class<?> screen && screen.isAnnotationPresent(AnonymousAllowed.class)) {
            return "`" + name + "` (sans compte)";
        }
        return row instanceof Guarded guarded
                        && guarded.method().isAnnotationPresent(fr.roubaix.cln.hub.register.Consultation.class)
                ? "*" + name + "*"
                : name.startsWith("/") ? "`" + name + "`" : name;
    }

    private boolean opens(String route, Class<?> screen, Role role) {
        return as("quelqu.un", role.name(), () -> {
            UI.getCurrent().navigate(route.substring(1));
            return screen.isInstance(getCurrentView()) || screen.isAnnotationPresent(AnonymousAllowed.class);
        });
    }

    private static Set<Role> named(Class<?> screen) {
        if (screen.isAnnotationPresent(AnonymousAllowed.class) || screen.isAnnotationPresent(PermitAll.class)) {
            return EnumSet.allOf(Role.class);
        }
        var roles = EnumSet.noneOf(Role.class);
        var allowed = screen.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            Arrays.stream(allowed.value()).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }

    /** Every view with a route, by its address. */
    private static Map<String, Class<?>> screens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var screens = new TreeMap<String, Class<?>>();
        scanner.findCandidateComponents("fr.roubaix.cln.hub").forEach(found -> {
            try {
                Class<?> screen = Class.forName(found.getBeanClassName());
                screens.put("/" + screen.getAnnotation(Route.class).value(), screen);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        });
        return screens;
    }

    private Map<String, Guarded> guarded() {
        var found = new TreeMap<String, Guarded>();
        for (Object bean : beans().values()) {
            Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(PreAuthorize.class))
                    .forEach(method -> assertThat(found.put(name(method), new Guarded(bean, method)))
                            .as("two use cases have one name: " + name(method))
                            .isNull());
        }
        return found;
    }

    private Map<String, Object> beans() {
        var beans = new TreeMap<String, Object>(context.getBeansOfType(Object.class, false, false));
        beans.values().removeIf(bean -> !AopUtils.getTargetClass(bean).getName().startsWith("fr.roubaix.cln.hub."));
        return beans;
    }

    private static boolean holdsARule(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(PreAuthorize.class));
    }

    private static boolean offered(Method method) {
        return !method.isSynthetic()
                && !Modifier.isPrivate(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** A use case and the bean that guards it. */
    private record Guarded(Object bean, Method method) {

        Set<Role> named() {
            String rule = method.getAnnotation(PreAuthorize.class).value();
            assertThat(rule).matches("has(Any)?Role\\(.*\\)");
            List<String> names = ROLE.matcher(rule)
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList();
            return names.stream().map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        }

        /** Without arguments: a call that passes the guard fails on what is missing, or changes nothing that matters. */
        boolean answers(Role role) {
            return as("quelqu.un", role.name(), (Supplier<Boolean>) () -> {
                var failure = catchThrowable(this::callWithNothing);
                return !(failure instanceof AccessDeniedException);
            });
        }

        private void callWithNothing() throws Throwable {
            try {
                method.setAccessible(true);
                method.invoke(
                        bean,
                        Arrays.stream(method.getParameterTypes())
                                .map(RolesTest::nothing)
                                .toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? 0 : null;
    }
}
