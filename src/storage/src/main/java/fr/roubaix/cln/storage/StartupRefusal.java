package fr.roubaix.cln.storage;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one French sentence why an application could not start, where a stack trace would help nobody. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartupRefusal implements SpringBootExceptionReporter {

    private static final Object[] NONE = {};

    public StartupRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    /** What to say of a failure; empty when only a programmer can do something about it. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
                .flatMap(e -> reason(e).stream())
                .findFirst();
    }

    private static Optional<String> reason(Throwable e) {
        return switch (e) {
            case StartupRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case PortInUseException port ->
                Optional.of("Le port " + port.getPort()
                        + " est déjà utilisé. Arrêtez l’autre programme, ou choisissez un autre port avec --port.");
            case BindException setting -> unknownWord(setting);
            default -> Optional.empty();
        };
    }

    /** A setting takes one of a few words, and this is none of them. */
    private static Optional<String> unknownWord(BindException setting) {
        Object[] words = Objects.requireNonNullElse(
                setting.getTarget().getType().toClass().getEnumConstants(), NONE);
        var property = setting.getProperty();
        if (words.length == 0 || property == null) {
            return Optional.empty();
        }
        return Optional.of("Le réglage " + setting.getName() + " ne peut pas valoir « " + property.getValue()
                + " ». Écrivez l’un de ces mots : "
                + Stream.of(words)
                        .map(word -> word.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
