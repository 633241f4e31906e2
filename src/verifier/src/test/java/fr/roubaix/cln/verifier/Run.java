package fr.roubaix.cln.verifier;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What a command answered. */
record Run(int code, String out, String err) {

    static Run in(Path folder, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(folder, new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }
}
