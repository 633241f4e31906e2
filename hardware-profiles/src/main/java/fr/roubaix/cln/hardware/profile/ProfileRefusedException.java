package fr.roubaix.cln.hardware.profile;

/** A profile that cannot be used. The message is for whoever wrote it: French, with the file, the line and what to do. */
public final class ProfileRefusedException extends RuntimeException {
    ProfileRefusedException(String file, int line, String reason) {
        super(file + ", ligne " + line + " : " + reason);
    }

    ProfileRefusedException(String reason) {
        super(reason);
    }
}
