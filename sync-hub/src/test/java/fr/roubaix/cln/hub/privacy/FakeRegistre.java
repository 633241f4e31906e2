package fr.roubaix.cln.hub.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;

/** What would be written, in memory; it can fail at one act. */
final class FakeRegistre implements Registre {

    private final List<Inscription> written = new ArrayList<>();
    private @Nullable Acte failing;

    void failAt(@Nullable Acte act) {
        failing = act;
    }

    void clear() {
        written.clear();
    }

    List<Acte> acts() {
        return written.stream().map(Inscription::acte).toList();
    }

    Inscription last() {
        return written.getLast();
    }

    @Override
    public long inscrire(Inscription acte) {
        return inscrire(Auteur.systeme(), acte);
    }

    @Override
    public long inscrire(Auteur auteur, Inscription acte) {
        if (acte.acte() == failing) {
            throw new PowerFailed();
        }
        written.add(acte);
        return written.size();
    }

    @Override
    public Tete tete() {
        return new Tete(written.size(), "0".repeat(64));
    }

    @Override
    public Optional<Tete> derniere(Acte acte, String objet) {
        return Optional.empty();
    }

    @Override
    public List<Fait> derniers(String objet, Set<Acte> actes, int combien) {
        return List.of();
    }
}
