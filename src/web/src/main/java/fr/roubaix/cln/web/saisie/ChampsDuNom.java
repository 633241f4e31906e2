package fr.roubaix.cln.web.saisie;

import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.textfield.Autocomplete;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.web.access.OnScreenKeyboard.Keys;

/** Birth name, first names, and the usage name when it differs. */
public final class ChampsDuNom extends Reponse<ChampsDuNom.Identite> {

    /**
     * What the person is called.
     *
     * @param usage only when it differs from the birth name
     */
    public record Identite(Nom naissance, @Nullable Nom usage, Nom prenoms) {}

    private final Champ naissance;
    private final Champ prenoms;
    private final Champ usage = new Champ("usage").touches(Keys.NOM);

    public ChampsDuNom(Poste poste) {
        naissance = new Champ("nom").connu(poste, Autocomplete.FAMILY_NAME).touches(Keys.NOM);
        prenoms = new Champ("prenoms").connu(poste, Autocomplete.GIVEN_NAME).touches(Keys.NOM);
        addClassName("saisie--nom");
        add(naissance, prenoms, usage);
    }

    @Override
    public Optional<Identite> lire() {
        var lesNoms = naissance.juger(Nom.lire(naissance.getValue()));
        var lesPrenoms = prenoms.juger(Nom.lire(prenoms.getValue()));
        usage.setInvalid(false);
        Optional<Nom> lUsage = usage.vide() ? Optional.empty() : usage.juger(Nom.lire(usage.getValue()));
        var faux = Stream.of(naissance, prenoms, usage).filter(Champ::isInvalid).findFirst();
        faux.ifPresent(Champ::focus);
        if (faux.isPresent()) {
            return Optional.empty();
        }
        var nom = lesNoms.orElseThrow();
        return Optional.of(
                new Identite(nom, lUsage.filter(autre -> !autre.equals(nom)).orElse(null), lesPrenoms.orElseThrow()));
    }

    @Override
    public void remplir(Identite identite) {
        naissance.remplir(identite.naissance().valeur());
        prenoms.remplir(identite.prenoms().valeur());
        usage.remplir(identite.usage() == null ? "" : identite.usage().valeur());
    }
}
