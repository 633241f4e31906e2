package fr.roubaix.cln.hub.publication;

import java.util.List;

import fr.roubaix.cln.hub.tirage.PiecesGardees;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;

/**
 * A verifying program that a procès-verbal names.
 *
 * @param cle names its words
 * @param garde whether this hub has its bytes
 * @param actuel whether it is also what this hub gives today
 */
record ProgrammePublic(String fichier, String cle, String sha256, boolean garde, boolean actuel) {

    /** Whether what this hub gives today is something else than these, or something more. */
    static boolean autresAujourdHui(List<ProgrammePublic> nommes, EmpreinteDuVerificateur aujourdHui) {
        int donnes = aujourdHui.duProgramme().isPresent() ? 2 : 1;
        return nommes.size() < donnes || !nommes.stream().allMatch(ProgrammePublic::actuel);
    }

    static List<ProgrammePublic> de(List<PiecesGardees.ProgrammeNomme> nommes, EmpreinteDuVerificateur aujourdHui) {
        return nommes.stream()
                .map(nomme -> new ProgrammePublic(
                        nomme.programme().fichier(),
                        switch (nomme.programme()) {
                            case PAGE -> "page";
                            case JAVA -> "programme";
                        },
                        nomme.sha256().hex(),
                        nomme.garde(),
                        aujourdHui.octets(nomme.sha256()).isPresent()))
                .toList();
    }
}
