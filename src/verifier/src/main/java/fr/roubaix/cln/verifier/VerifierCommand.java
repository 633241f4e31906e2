package fr.roubaix.cln.verifier;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import fr.roubaix.cln.domaine.tirage.ListeDuTirage;

/** Recomputes a draw and says whether a {@code pv.json} is what it gives. */
@Command(
        name = "verifier",
        description = "Refait un tirage à partir de sa liste et dit si le procès-verbal est conforme.",
        synopsisHeading = "Utilisation : ",
        parameterListHeading = "Paramètres :%n",
        optionListHeading = "Options :%n")
final class VerifierCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "pv.json", description = "Le procès-verbal à vérifier.")
    private Path pv = Path.of("");

    @Parameters(index = "1", paramLabel = "LISTE.csv", description = "La liste figée avant le tirage.")
    private Path liste = Path.of("");

    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    VerifierCommand(Path folder, PrintWriter out, PrintWriter err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        return switch (InputFiles.read(folder.resolve(pv), Verification.TAILLE_MAXIMALE)) {
            case InputFiles.Outcome.Refused<byte[]>(var phrase) -> refuse(phrase);
            case InputFiles.Outcome.Read<byte[]>(var pvBytes) ->
                switch (InputFiles.read(folder.resolve(liste), ListeDuTirage.TAILLE_MAXIMALE)) {
                    case InputFiles.Outcome.Refused<byte[]>(var phrase) -> refuse(phrase);
                    case InputFiles.Outcome.Read<byte[]>(var listeBytes) ->
                        say(Verification.verifier(pvBytes, listeBytes));
                };
        };
    }

    private int say(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Conforme(var procesVerbal) -> {
                // A label that nothing is computed from. Beside the verdict, which stands alone for programs to read.
                err.println("règlement déclaré : " + procesVerbal.reglement().id() + " (non vérifiable par le calcul)");
                out.println(verdict.phrase());
                yield Main.OK;
            }
            case Verdict.NonConforme _ -> {
                out.println(verdict.phrase());
                yield Main.DIFFERENT;
            }
            case Verdict.ListeRefusee _ -> refuse(verdict.phrase());
        };
    }

    private int refuse(String phrase) {
        err.println(phrase);
        return Main.BAD_INPUT;
    }
}
