package fr.roubaix.cln.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;

/** Draws the members from a list and dice, prints plan and members, writes {@code pv.json}. */
@Command(
        name = "tirage",
        description = "Tire les membres au sort à partir d’une liste et de dés, et écrit le procès-verbal.",
        synopsisHeading = "Utilisation : ",
        parameterListHeading = "Paramètres :%n",
        optionListHeading = "Options :%n",
        sortOptions = false)
final class TirageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LISTE.csv", description = "La liste figée avant le tirage.")
    private Path liste = Path.of("");

    @Option(
            names = "--des",
            paramLabel = "CHIFFRES",
            required = true,
            description = "Les chiffres des dés à dix faces, dans l’ordre des lancers ; au moins 30.")
    private String des = "";

    @Option(
            names = "--drand",
            paramLabel = "TOUR:HEXA",
            description = "Un tour de drand annoncé à l’avance, en plus des dés.")
    private @Nullable String drand;

    @Option(
            names = "--lecture",
            paramLabel = "LECTURE",
            defaultValue = "PRIORITE_ABSOLUE",
            description = "La lecture du critère n° 3 : PRIORITE_ABSOLUE (par défaut) ou SIEGE_RESERVE.")
    private String lecture = "";

    @Option(
            names = "--reglement",
            paramLabel = "VERSION",
            defaultValue = "2025",
            description = "La version du règlement (par défaut : 2025).")
    private String reglement = "";

    @Option(
            names = "--sortie",
            paramLabel = "FICHIER",
            defaultValue = "pv.json",
            description = "Le fichier à écrire (par défaut : pv.json dans le dossier courant).")
    private Path sortie = Path.of("pv.json");

    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    TirageCommand(Path folder, PrintWriter out, PrintWriter err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        return refusal().map(this::refuse).orElse(Main.OK);
    }

    private int refuse(String phrase) {
        err.println(phrase);
        return Main.BAD_INPUT;
    }

    /** Draws; gives the reason why it could not, if any. Nothing is written then. */
    private Optional<String> refusal() {
        return switch (InputFiles.readListe(folder.resolve(liste))) {
            case InputFiles.Outcome.Refused<ListeDuTirage>(var phrase) -> Optional.of(phrase);
            case InputFiles.Outcome.Read<ListeDuTirage>(var lue) -> draw(lue);
        };
    }

    private Optional<String> draw(ListeDuTirage lue) {
        Lecture choisie = null;
        for (Lecture possible : Lecture.values()) {
            if (possible.name().equals(lecture)) {
                choisie = possible;
            }
        }
        if (choisie == null) {
            return Optional.of(
                    "lecture inconnue « " + Quotation.of(lecture) + " » : PRIORITE_ABSOLUE ou SIEGE_RESERVE");
        }
        return switch (VersionDuReglement.lire(reglement)) {
            case Refuse(var defaut) -> Optional.of(defaut.phrase());
            case Accepte(var version) ->
                switch (graine(lue, choisie)) {
                    case Refuse(var defaut) -> Optional.of(defaut.phrase());
                    case Accepte(var graine) -> keep(TirageAuSort.tirer(lue, graine, version));
                };
        };
    }

    private Resultat<Graine> graine(ListeDuTirage lue, Lecture choisie) {
        return switch (Des.lire(des)) {
            case Refuse(var defaut) -> new Refuse<>(defaut);
            case Accepte(var chiffres) -> {
                if (drand == null) {
                    yield new Accepte<>(Graine.de(choisie, lue, chiffres));
                }
                yield switch (Drand.lire(drand)) {
                    case Refuse(var defaut) -> new Refuse<>(defaut);
                    case Accepte(var tour) -> new Accepte<>(new Graine(choisie, lue.empreinte(), chiffres, tour));
                };
            }
        };
    }

    private Optional<String> keep(ProcesVerbal pv) {
        Path file = folder.resolve(sortie);
        if (isTheList(file)) {
            return Optional.of("le fichier de sortie est la liste elle-même ; choisissez un autre nom");
        }
        Optional<String> refusal = OutputFile.write(file, PvJson.write(pv));
        if (refusal.isEmpty()) {
            Report.print(pv, out);
            out.println("Procès-verbal écrit : " + sortie);
            out.flush();
        }
        return refusal;
    }

    private boolean isTheList(Path file) {
        try {
            return Files.exists(file) && Files.isSameFile(file, folder.resolve(liste));
        } catch (IOException e) {
            return false;
        }
    }
}
