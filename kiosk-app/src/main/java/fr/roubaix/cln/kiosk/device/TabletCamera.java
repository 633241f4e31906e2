package fr.roubaix.cln.kiosk.device;

import java.util.Optional;

import com.vaadin.flow.function.SerializableConsumer;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.web.scanning.CameraReader;

/** The camera of the tablet that one stands before. */
public final class TabletCamera {

    private TabletCamera() {}

    /** Reads a square for a screen; none at the terminal, which has a scanner or nothing. */
    public static Optional<CameraReader> here(SerializableConsumer<Scan> screen) {
        return Station.here()
                .map(_ ->
                        new CameraReader(CameraFrames.ADDRESS, text -> screen.accept(Scan.whole(text, Source.CAMERA))));
    }
}
