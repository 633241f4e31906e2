package fr.roubaix.cln.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code tirage} and {@code verifier}: what any citizen needs to draw and to replay a draw. Exit codes: 0; 1 where a
 * procès-verbal is not what the draw gives; 2 for bad input, with one line on standard error.
 */
@Command(
        name = "cln",
        description = "Tire au sort les membres non-élus du Conseil local du numérique, et vérifie un tirage.",
        synopsisHeading = "Utilisation : ",
        synopsisSubcommandLabel = "COMMANDE",
        commandListHeading = "Commandes :%n",
        optionListHeading = "Options :%n",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    static final int OK = 0;
    static final int DIFFERENT = 1;
    static final int BAD_INPUT = 2;

    private final PrintWriter err;

    private Main(PrintWriter err) {
        this.err = err;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... args) {
        // UTF-8 whatever the locale: a draw reads the same everywhere.
        var out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
        var err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        int code = runWithinMemory(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static int runWithinMemory(PrintWriter out, PrintWriter err, String... args) {
        try {
            return run(Path.of(""), out, err, args);
        } catch (OutOfMemoryError e) {
            err.println("mémoire insuffisante pour une liste de cette taille ; relancez avec « java -Xmx512m -jar … »");
            return BAD_INPUT;
        }
    }

    /**
     * Runs a command, without ending the process.
     *
     * @param folder the current folder: where relative paths start
     * @return the exit code
     */
    public static int run(Path folder, PrintWriter out, PrintWriter err, String... args) {
        var commandLine = new CommandLine(new Main(err))
                .addSubcommand(new TirageCommand(folder, out, err))
                .addSubcommand(new VerifierCommand(folder, out, err));
        addHelp(commandLine);
        commandLine.getSubcommands().values().forEach(Main::addHelp);
        return commandLine
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((refusal, _) -> {
                    err.println(UsageError.phrase(refusal));
                    return BAD_INPUT;
                })
                .execute(args);
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--aide")
                        .usageHelp(true)
                        .description("Affiche cette aide.")
                        .build());
    }

    @Override
    public Integer call() {
        err.println("commande attendue : tirage ou verifier (--aide pour le mode d’emploi)");
        return BAD_INPUT;
    }
}
