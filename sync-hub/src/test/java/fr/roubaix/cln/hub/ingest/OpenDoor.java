package fr.roubaix.cln.hub.ingest;

import java.util.Objects;

import org.springframework.context.ApplicationContext;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;

/** The door without HTTP in front of it: the body of a request in, the signed ack out. */
public final class OpenDoor {

    private final EnvelopesController controller;

    public OpenDoor(ApplicationContext hub) {
        this.controller = hub.getBean(EnvelopesController.class);
    }

    public String deliver(Kiosk kiosk, byte[] body) {
        return Objects.requireNonNull(controller.receive(kiosk, body).getBody(), "not a batch");
    }
}
