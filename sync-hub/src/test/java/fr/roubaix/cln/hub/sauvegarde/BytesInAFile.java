package fr.roubaix.cln.hub.sauvegarde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file too large to be read at once, looked through piece by piece. */
final class BytesInAFile {

    private static final int PIECE = 8 << 20;

    private final FileChannel file;

    BytesInAFile(FileChannel file) {
        this.file = file;
    }

    /** The end of each piece is read again with the next one: nothing is missed between two. */
    boolean contain(byte[] searched) throws IOException {
        String letters = new String(searched, StandardCharsets.ISO_8859_1);
        byte[] piece = new byte[PIECE];
        for (long at = 0; at < file.size(); at += PIECE - searched.length) {
            int read = file.read(ByteBuffer.wrap(piece), at);
            if (new String(Arrays.copyOf(piece, Math.max(read, 0)), StandardCharsets.ISO_8859_1).contains(letters)) {
                return true;
            }
        }
        return false;
    }
}
