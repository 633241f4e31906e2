package fr.roubaix.cln.kiosk.sync;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a server asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Nobody keeps a kiosk silent for longer by one answer. */
    static final Duration LONGEST = Backoff.LONGEST;

    private static final Duration UNSAID = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private RetryAfter() {}

    static Duration of(HttpResponse<?> answer, Instant now) {
        var asked = answer.headers()
                .firstValue("Retry-After")
                .map(text -> read(text.strip(), now))
                .orElse(UNSAID);
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration read(String text, Instant now) {
        try {
            return text.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException _) {
            return UNSAID;
        }
    }
}
