package fr.roubaix.cln.verifier;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in French, on one line, what is wrong with a command line. */
final class UsageError {

    private static final String HELP = " (--aide pour le mode d’emploi)";

    private UsageError() {}

    static String phrase(ParameterException refusal) {
        return switch (refusal) {
            case MissingParameterException missing ->
                "il manque " + name(missing.getMissing().getFirst()) + HELP;
            case UnmatchedArgumentException unmatched ->
                "argument inconnu « " + Quotation.of(unmatched.getUnmatched().getFirst()) + " »" + HELP;
            case OverwrittenOptionException twice -> "option donnée deux fois : " + name(twice.getOverwritten()) + HELP;
            default -> "valeur refusée « " + Quotation.of(value(refusal)) + " »" + HELP;
        };
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + " " + option.paramLabel() : arg.paramLabel();
    }

    private static String value(ParameterException refusal) {
        return refusal.getValue() == null ? "" : refusal.getValue();
    }
}
