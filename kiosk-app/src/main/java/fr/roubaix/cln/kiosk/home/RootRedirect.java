package fr.roubaix.cln.kiosk.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address of the terminal leads to the home screen. */
@Controller
class RootRedirect {

    @GetMapping("/")
    String home() {
        return "redirect:/borne/";
    }
}
