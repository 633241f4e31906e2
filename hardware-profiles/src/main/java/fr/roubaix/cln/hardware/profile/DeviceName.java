package fr.roubaix.cln.hardware.profile;

import java.util.regex.Pattern;

/** The name of a device's profile: that of its file, in small letters, digits and hyphens. */
public record DeviceName(String text) implements Comparable<DeviceName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public DeviceName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of a profile: " + text);
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(DeviceName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
