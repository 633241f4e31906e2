package fr.roubaix.cln.hub.publication;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation.Mode;

/**
 * How long the hub keeps people's data, by the rules that it applies, and what anybody may ask for theirs. What is asked, why
 * and what becomes public is told in the notices, to each reader in their words.
 */
@Controller
class ViePriveeController {

    @GetMapping("/vie-privee")
    String viePrivee(Model model) {
        model.addAttribute("notices", List.of(Notice.ADULTE, Notice.JEUNE, Notice.RESPONSABLE));
        model.addAttribute(
                "regles",
                Arrays.stream(RegleDeConservation.values())
                        .filter(regle -> regle.mode() != Mode.A_VENIR)
                        .toList());
        model.addAttribute(
                "aVenir",
                Arrays.stream(RegleDeConservation.values())
                        .filter(regle -> regle.mode() == Mode.A_VENIR)
                        .toList());
        return "publication/vie-privee";
    }
}
