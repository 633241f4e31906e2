package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a kiosk says of itself with every batch, without personal data.
 *
 * @param queue envelopes that no verified ack covers
 * @param diskFree free bytes in the data folder
 * @param version version of the application, at most 60 characters
 * @param clock wall clock of the terminal
 */
public record Etat(long queue, long diskFree, List<Device> devices, String version, Instant clock) {

    public Etat {
        devices = List.copyOf(devices);
        if (queue < 0 || diskFree < 0 || devices.size() > 20 || version.length() > 60) {
            throw new IllegalArgumentException("not the state of a kiosk");
        }
    }

    /** A device of the terminal and its state in a word, at most 60 characters each. */
    public record Device(String name, String state) {
        public Device {
            if (name.length() > 60 || state.length() > 60) {
                throw new IllegalArgumentException("not the state of a device");
            }
        }
    }

    ObjectNode write() {
        var list = Canonical.array();
        devices.forEach(
                device -> list.add(Canonical.object().put("name", device.name()).put("state", device.state())));
        var node = Canonical.object().put("queue", queue).put("diskFree", diskFree);
        node.set("devices", list);
        return node.put("version", version).put("clock", clock.toEpochMilli());
    }

    static Etat read(Fields fields) {
        return new Etat(
                fields.number("queue"),
                fields.number("diskFree"),
                fields.objects("devices", device -> new Device(device.text("name"), device.text("state"))),
                fields.text("version"),
                fields.instant("clock"));
    }
}
