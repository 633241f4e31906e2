package fr.roubaix.cln.hub.candidature;

import java.util.Optional;

import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Scelle;
import fr.roubaix.cln.sync.Message.Preuve;

/** Opens a sealed withdrawal again. Whoever holds the keys of the hub. */
@FunctionalInterface
public interface LectureDesRetraits {

    /** How the agent knew whose application it was; empty when the hub no longer has the key. */
    Optional<Preuve> preuve(Scelle scelle);
}
