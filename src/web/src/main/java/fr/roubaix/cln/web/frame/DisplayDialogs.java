package fr.roubaix.cln.web.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DisplaySettings.Theme;

/** What the permanent bar opens: choices shown as samples of themselves, and plain words. */
public final class DisplayDialogs {

    private DisplayDialogs() {}

    /** The four text sizes. Not open yet. */
    public static Dialog size(Component owner, DisplaySettings settings) {
        var dialog = dialog(owner, "frame.taille.titre");
        var samples = samples(dialog);
        for (int size = 1; size <= DisplaySettings.SIZES; size++) {
            int chosen = size;
            var sample = sample(owner.getTranslation("frame.taille." + size), size == settings.size(), () -> {
                settings.setSize(chosen);
                dialog.close();
            });
            sample.addClassName("sample--size-" + size);
            samples.add(sample);
        }
        return dialog;
    }

    /** The four themes. Not open yet. */
    public static Dialog contrast(Component owner, DisplaySettings settings) {
        var dialog = dialog(owner, "frame.contraste.titre");
        var samples = samples(dialog);
        for (Theme theme : Theme.values()) {
            String name = owner.getTranslation("frame.contraste." + theme.name());
            var sample = sample(name, theme == settings.theme(), () -> {
                settings.setTheme(theme);
                dialog.close();
            });
            sample.getElement().setAttribute("data-theme", theme.attribute());
            samples.add(sample);
        }
        return dialog;
    }

    /** A title and plain sentences. Not open yet. */
    public static Dialog message(Component owner, String titleKey, String... paragraphs) {
        var dialog = dialog(owner, titleKey);
        for (String paragraph : paragraphs) {
            dialog.add(new Paragraph(paragraph));
        }
        return dialog;
    }

    private static Dialog dialog(Component owner, String titleKey) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(owner.getTranslation(titleKey));
        dialog.getFooter().add(new Button(owner.getTranslation("frame.fermer"), _ -> dialog.close()));
        return dialog;
    }

    private static Div samples(Dialog dialog) {
        var samples = new Div();
        samples.addClassName("samples");
        dialog.add(samples);
        return samples;
    }

    private static NativeButton sample(String name, boolean current, Runnable chosen) {
        var sample = new NativeButton(name, _ -> chosen.run());
        sample.addClassName("sample");
        sample.getElement().setAttribute("aria-pressed", Boolean.toString(current));
        return sample;
    }
}
