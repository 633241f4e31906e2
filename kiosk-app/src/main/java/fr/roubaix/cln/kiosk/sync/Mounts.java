package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says of the folders where it mounts sticks. */
interface Mounts {

    /** Whether another medium answers under this folder than under the one that holds it. */
    boolean apart(Path folder, Path holder);

    /** Whether nothing can be written there: mounted read-only, or without the right. */
    boolean writeProtected(Path folder);

    /** The system that this program runs on. */
    Mounts SYSTEM = new Mounts() {
        @Override
        public boolean apart(Path folder, Path holder) {
            try {
                return !Files.getFileStore(folder).equals(Files.getFileStore(holder));
            } catch (IOException e) {
                // Pulled out between two looks.
                return false;
            }
        }

        @Override
        public boolean writeProtected(Path folder) {
            try {
                // The super-user may write everywhere but on a medium that is read-only.
                return Files.getFileStore(folder).isReadOnly() || !Files.isWritable(folder);
            } catch (IOException e) {
                return true;
            }
        }
    };
}
