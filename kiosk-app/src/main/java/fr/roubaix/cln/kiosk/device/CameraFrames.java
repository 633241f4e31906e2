package fr.roubaix.cln.kiosk.device;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import fr.roubaix.cln.hardware.decode.Picture;
import fr.roubaix.cln.hardware.decode.QrReader;

/**
 * Reads what the camera of a tablet sees. A picture is one byte for each point, so that nothing that came over the network is
 * unpacked; it is read in memory and forgotten. Few are read at once, and none too often from one place: a terminal has
 * people before it.
 */
@RestController
public class CameraFrames {

    /** Where it answers. */
    public static final String ADDRESS = "/lecteur/image";

    /** A little more than what the page sends: 720 points on the longer side. */
    static final int MOST_POINTS = 800 * 800;

    private static final int SMALLEST_SIDE = 40;
    private static final int AT_ONCE = 2;
    private static final long EVERY_NANOS = 80_000_000L;

    /** Places that are remembered; more than a mairie has tablets. */
    private static final int PLACES = 64;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<String, Long> lastOf = new ConcurrentHashMap<>();

    @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> read(
            @RequestParam("largeur") int width, @RequestParam("hauteur") int height, HttpServletRequest request)
            throws IOException {
        if (width < SMALLEST_SIDE || height < SMALLEST_SIDE || (long) width * height > MOST_POINTS) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (tooSoon(place(request)) || !room.tryAcquire()) {
            return answer(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            byte[] grey = points(request.getInputStream(), width * height);
            return grey.length != width * height
                    ? answer(HttpStatus.BAD_REQUEST)
                    : QrReader.glance(new Picture(width, height, grey))
                            .map(this::found)
                            .orElse(answer(HttpStatus.NO_CONTENT));
        } finally {
            room.release();
        }
    }

    /** One more than expected, to know that there are more. */
    private static byte[] points(InputStream body, int expected) throws IOException {
        return body.readNBytes(expected + 1);
    }

    private ResponseEntity<String> found(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(text);
    }

    private static ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private boolean tooSoon(String place) {
        long now = System.nanoTime();
        if (lastOf.size() > PLACES) {
            lastOf.clear();
        }
        var before = Optional.ofNullable(lastOf.get(place));
        if (before.filter(last -> now - last < EVERY_NANOS).isPresent()) {
            return true;
        }
        lastOf.put(place, now);
        return false;
    }

    private static String place(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(Station::of)
                .map(Station::tablet)
                .orElse(request.getRemoteAddr());
    }
}
