package fr.roubaix.cln.storage;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one French sentence why an application could not start, where a stack trace would help nobody. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartupRefusal implements SpringBootExceptionReporter {

    public StartupRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
                .flatMap(e -> sentence(e).stream())
                .findFirst();
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable e) {
        return switch (e) {
            case StartupRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case PortInUseException port ->
                Optional.of("Le port " + port.getPort()
                        + " est déjà utilisé. Arrêtez l’autre programme, ou choisissez un autre port avec --port.");
            default -> Optional.empty();
        };
    }
}
