package fr.roubaix.cln.hub.security;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a browser says it is, in the few words by which its owner knows it again. */
final class Appareil {

    // Most browsers also claim to be those they descend from: the first that matches is the right one.
    private static final Map<String, String> NAVIGATEURS = ordre(
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "Firefox",
            "Firefox",
            "Chrome",
            "Chrome",
            "Chromium",
            "Chromium",
            "Safari",
            "Safari");
    private static final Map<String, String> SYSTEMES = ordre(
            "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "Mac", "Linux",
            "Linux");

    private Appareil() {}

    static String lire(@Nullable String agent) {
        if (agent == null) {
            return "Navigateur inconnu";
        }
        return premier(NAVIGATEURS, agent, "Navigateur inconnu") + premier(SYSTEMES, agent, "");
    }

    private static String premier(Map<String, String> noms, String agent, String sinon) {
        String debut = noms == SYSTEMES ? " sur " : "";
        return noms.entrySet().stream()
                .filter(nom -> agent.contains(nom.getKey()))
                .findFirst()
                .map(nom -> debut + nom.getValue())
                .orElse(sinon);
    }

    private static Map<String, String> ordre(String... paires) {
        var noms = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < paires.length; i += 2) {
            noms.put(paires[i], paires[i + 1]);
        }
        return noms;
    }
}
