package fr.roubaix.cln.web.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** For staff: in which languages this terminal can read aloud, and what to install for the others. */
public final class VoiceCheck extends Composite<Div> {

    /** The four tongues of the five languages: easy French is French to a voice. */
    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("ar"), Locale.of("pt"));

    @Override
    protected Div initContent() {
        var install = new Paragraph(getTranslation("synthese.installer"));
        install.addClassName("voix__installer");
        return new Div(new Voices(), install);
    }

    @Tag("cln-voix")
    @JavaScript("context://cln/ecran.js")
    @JavaScript("context://cln/ecoute.js")
    private static final class Voices extends Component {
        Voices() {
            Said.words(this, "synthese.", List.of("manque"));
            String languages = SPOKEN.stream()
                    .map(l -> l.getLanguage() + "=" + l.getDisplayLanguage(getLocale()))
                    .collect(Collectors.joining(";"));
            getElement().setAttribute("data-langues", languages);
        }
    }
}
