package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says what to do when a disk refused to take a file. */
final class DiskRefusal {

    private DiskRefusal() {}

    /**
     * @param folder where the file should have gone
     * @param needed how many bytes it needs
     */
    static BackupRefusedException of(Path folder, long needed, Exception cause) {
        if (full(folder, needed, cause)) {
            return new BackupRefusedException(
                    "Il n’y a plus assez de place dans « " + folder
                            + " ». Libérez de la place ou choisissez un autre disque, puis recommencez.",
                    cause);
        }
        return new BackupRefusedException(
                "Le dossier « " + folder
                        + " » ne permet pas l’écriture, ou son disque est en panne. Vérifiez ses droits et le disque, ou"
                        + " choisissez un autre dossier, puis recommencez.",
                cause);
    }

    /** The system's own words for it depend on its language: the space that is left does not. */
    private static boolean full(Path folder, long needed, Exception cause) {
        // SQLITE_FULL: https://sqlite.org/rescode.html
        if (cause instanceof SQLException sql && (sql.getErrorCode() & 0xff) == 13) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < needed;
        } catch (IOException e) {
            return false;
        }
    }
}
