package fr.roubaix.cln.web.scanning;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.web.DrawnIcon;

/**
 * Reads a square with the camera of the tablet. Pictures go to the server of the page, which reads them and keeps none. Where
 * there is no camera, or nobody lets the page use it, it says what to do instead: typing the number.
 */
public final class CameraReader extends Composite<Div> implements LocaleChangeObserver {

    private final Camera camera;
    private final Button button = new Button(new DrawnIcon("camera"));
    private boolean open;

    /**
     * Makes a closed one.
     *
     * @param address takes pictures of one byte for each point, answers the text of a square or nothing
     * @param read is given that text
     */
    public CameraReader(String address, SerializableConsumer<String> read) {
        camera = new Camera(address, read, isOpen -> {
            open = isOpen;
            name();
        });
        button.addClickListener(_ -> camera.getElement().callJsFunction("toggle"));
        name();
    }

    @Override
    protected Div initContent() {
        var content = new Div(button, camera);
        content.addClassName("camera");
        return content;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        name();
    }

    private void name() {
        camera.words();
        button.setText(getTranslation(open ? "camera.fermer" : "camera.ouvrir"));
    }

    @Tag("cln-camera")
    @JavaScript("context://cln/camera.js")
    private static final class Camera extends Component {

        private static final String TEXT = "event.detail.texte";
        private static final String OPEN = "event.detail.ouverte";

        private static final List<String> SAID =
                List.of("ouverture", "visez", "refusee", "absente", "occupee", "panne", "rien", "interrompue");

        Camera(String address, SerializableConsumer<String> read, SerializableConsumer<Boolean> opened) {
            getElement().setAttribute("adresse", address);
            getElement()
                    .addEventListener(
                            "lu",
                            event -> read.accept(event.getEventData().get(TEXT).asString()))
                    .addEventData(TEXT);
            getElement()
                    .addEventListener(
                            "ouverte",
                            event ->
                                    opened.accept(event.getEventData().get(OPEN).asBoolean()))
                    .addEventData(OPEN);
        }

        void words() {
            SAID.forEach(name -> getElement().setAttribute("mot-" + name, getTranslation("camera." + name)));
        }
    }
}
