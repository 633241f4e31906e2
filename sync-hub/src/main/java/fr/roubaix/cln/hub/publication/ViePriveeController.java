package fr.roubaix.cln.hub.publication;

import java.util.Arrays;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation.Mode;

/** What the hub does with people's data, for adults, young readers and guardians; durations are those that it applies. */
@Controller
class ViePriveeController {

    @GetMapping("/vie-privee")
    String viePrivee(Model model) {
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
