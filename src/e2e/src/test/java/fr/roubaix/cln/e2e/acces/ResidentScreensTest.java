package fr.roubaix.cln.e2e.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.e2e.City;
import fr.roubaix.cln.hardware.profile.Profiles;

/** A sample of what {@code ./cln bench acces} looks at whole: the usual look, and the one in which the least room is left. */
@ExtendWith(City.Shared.class)
class ResidentScreensTest {

    private static final Map<String, Integer> SAMPLE = Map.of("clair", 1, "contraste-sombre", 3);

    private static City city;

    @BeforeAll
    static void a_city(City shared) {
        city = shared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"generique-21-pouces", "tablette-habitant"})
    void every_screen_of_a_resident_keeps_its_millimetres_and_its_contrast(String terminal) {
        var profile = Profiles.shipped().terminal(terminal);
        var combinations = new Combinations(profile, (theme, size) -> size.equals(SAMPLE.get(theme)));
        var page = city.chromium()
                .person(profile.pixels().width(), profile.pixels().height())
                .newPage();
        new ResidentScreens(page, city.kiosk(terminal).url("/borne/"), combinations::look).walk();
        assertThat(combinations.seen()).isGreaterThan(30);
        assertThat(combinations.violations()).isEmpty();
    }

    @Test
    void the_ruler_sees_a_target_too_small_two_too_near_and_text_that_is_cut() {
        var page = city.chromium().person(1920, 1080).newPage();
        page.setContent("<style>button{width:40px;height:40px;margin:0;padding:0;border:0;font-size:24px}"
                + "p{width:60px;height:30px;overflow:hidden;white-space:nowrap;font-size:24px}</style>"
                + "<button>a</button><button>b</button><p>Un texte plus long que sa boîte</p>");
        var faults = new Geometry(Profiles.shipped().terminal("generique-21-pouces")).faults(page, true, false);
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("cible 9.9 mm « a »"))
                .anyMatch(fault -> fault.startsWith("écart ") && fault.endsWith("et « b »"))
                .anyMatch(fault -> fault.startsWith("texte coupé"))
                .noneMatch(fault -> fault.startsWith("lettres"));
    }
}
