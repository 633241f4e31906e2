package fr.roubaix.cln.kiosk.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A browser without a screen: it opens a page of a kiosk, keeps the tree that the server sends, and sends back what a person
 * would touch and write, in the very messages of Vaadin's client (https://vaadin.com/docs/latest/flow/advanced/framework).
 */
final class Tablette implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Parts of the tree that Vaadin numbers: what an element is, has, holds, and listens to; the words of a text. */
    private static final int ELEMENT = 0;

    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String kiosk;
    private final Map<Integer, Noeud> noeuds = new TreeMap<>();
    private final Map<String, JsonNode> constantes = new HashMap<>();
    private String jeton = "";
    private int page;
    private int syncId;
    private int clientId;

    /** @param kiosk address of the first screen, with its last slash */
    Tablette(String kiosk) {
        this.kiosk = kiosk;
    }

    /** An element or a text. */
    private static final class Noeud {
        private String tag = "";
        private String texte = "";
        private final Map<String, JsonNode> proprietes = new HashMap<>();
        private final Map<String, String> ecoutes = new HashMap<>();
        private List<Integer> enfants = List.of();
    }

    /** Opens a page of its own, and goes to an address of the kiosk. */
    void ouvrir(String route) {
        envoyer(HttpRequest.newBuilder(URI.create(kiosk)).build());
        var init = JSON.readTree(envoyer(HttpRequest.newBuilder(URI.create(kiosk + "?v-r=init&location=&query="))
                        .build()))
                .get("appConfig");
        noeuds.clear();
        page = init.get("v-uiId").asInt();
        jeton = init.get("uidl").get("Vaadin-Security-Key").asString();
        prendre(init.get("uidl"));
        aller(route);
    }

    void aller(String route) {
        var donnees = JSON.createObjectNode();
        donnees.put("route", route).put("query", "").put("appShellTitle", "").put("trigger", "");
        donnees.putNull("historyState");
        dire(evenement(1, "ui-navigate", donnees));
    }

    /** Writes in the field of that label. */
    void ecrire(String libelle, String texte) {
        int champ = noeuds.entrySet().stream()
                .filter(un -> un.getValue().tag.equals("vaadin-text-field"))
                .filter(un -> libelle.equals(mot(un.getValue(), "label")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> manque("the field " + libelle));
        var valeur = synchro(champ, "value");
        valeur.put("value", texte);
        dire(valeur);
    }

    /** Takes the first answer of the last group of answers. */
    void choisir() {
        int groupe = dernier("vaadin-radio-group");
        String premiere = descendants(groupe)
                .filter(un -> un.tag.equals("vaadin-radio-button"))
                .map(un -> mot(un, "value"))
                .findFirst()
                .orElseThrow(() -> manque("an answer"));
        var valeur = synchro(groupe, "value");
        valeur.put("value", premiere);
        dire(valeur);
    }

    void cocher() {
        var valeur = synchro(dernier("vaadin-checkbox"), "checked");
        valeur.put("value", true);
        dire(valeur);
    }

    /** Touches the button of these words. */
    void toucher(String mots) {
        int bouton = noeuds.entrySet().stream()
                .filter(un -> un.getValue().tag.equals("vaadin-button"))
                .filter(un -> mots(un.getKey()).contains(mots))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> manque("the button " + mots));
        var donnees = JSON.createObjectNode();
        var voulues = constantes.get(noeuds.get(bouton).ecoutes.get("click"));
        if (voulues != null) {
            // A touch has no key, and stands nowhere that matters.
            voulues.propertyNames().stream()
                    .filter(nom -> nom.startsWith("event."))
                    .forEach(nom -> {
                        if (nom.endsWith("Key")) {
                            donnees.put(nom, false);
                        } else {
                            donnees.put(nom, 0);
                        }
                    });
        }
        dire(evenement(bouton, "click", donnees));
    }

    /** What the page does by itself every ten seconds. */
    void interroger() {
        dire(evenement(1, "ui-poll", JSON.createObjectNode()));
    }

    /** Whether these words stand somewhere on the screen. */
    boolean montre(String mots) {
        return tousLesMots().contains(mots);
    }

    private IllegalStateException manque(String quoi) {
        return new IllegalStateException("the screen has not " + quoi + ": " + tousLesMots());
    }

    /** Of every element there is: what the page shows hangs beside its body, not in it. */
    private String tousLesMots() {
        return noeuds.values().stream().map(un -> un.texte).collect(Collectors.joining(" "));
    }

    private int dernier(String tag) {
        return noeuds.entrySet().stream()
                .filter(un -> un.getValue().tag.equals(tag))
                .map(Map.Entry::getKey)
                .reduce((_, dernier) -> dernier)
                .orElseThrow(() -> manque(tag));
    }

    private Stream<Noeud> descendants(int de) {
        var noeud = noeuds.get(de);
        return noeud == null
                ? Stream.empty()
                : Stream.concat(Stream.of(noeud), noeud.enfants.stream().flatMap(this::descendants));
    }

    private String mots(int de) {
        var texte = new StringBuilder();
        descendants(de).forEach(un -> texte.append(un.texte).append(' '));
        return texte.toString();
    }

    private static String mot(Noeud noeud, String propriete) {
        return Optional.ofNullable(noeud.proprietes.get(propriete))
                .map(JsonNode::asString)
                .orElse("");
    }

    private static ObjectNode evenement(int noeud, String nom, ObjectNode donnees) {
        var evenement = JSON.createObjectNode();
        evenement.put("type", "event").put("node", noeud).put("event", nom);
        evenement.set("data", donnees);
        return evenement;
    }

    private static ObjectNode synchro(int noeud, String propriete) {
        return JSON.createObjectNode()
                .put("type", "mSync")
                .put("node", noeud)
                .put("feature", PROPERTIES)
                .put("property", propriete);
    }

    private void dire(ObjectNode appel) {
        var message = JSON.createObjectNode();
        message.put("csrfToken", jeton).put("syncId", syncId).put("clientId", clientId);
        message.putArray("rpc").add(appel);
        String reponse = envoyer(HttpRequest.newBuilder(URI.create(kiosk + "?v-r=uidl&v-uiId=" + page))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString(), StandardCharsets.UTF_8))
                .build());
        prendre(JSON.readTree(reponse.startsWith("for(;;);[") ? reponse.substring(9, reponse.length() - 1) : reponse));
    }

    private String envoyer(HttpRequest requete) {
        try {
            var reponse = http.send(requete, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (reponse.statusCode() != 200) {
                throw new IllegalStateException("the kiosk answered " + reponse.statusCode());
            }
            return reponse.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void prendre(JsonNode uidl) {
        if (uidl.path("meta").has("appError")) {
            throw new IllegalStateException("the kiosk answers with an error: " + uidl.get("meta"));
        }
        syncId = uidl.path("syncId").asInt(syncId);
        clientId = uidl.path("clientId").asInt(clientId);
        uidl.path("constants").properties().forEach(une -> constantes.put(une.getKey(), une.getValue()));
        uidl.path("changes").forEach(this::changer);
    }

    private void changer(JsonNode change) {
        int numero = change.get("node").asInt();
        String type = change.get("type").asString();
        if (type.equals("detach")) {
            noeuds.remove(numero);
            return;
        }
        var noeud = noeuds.computeIfAbsent(numero, _ -> new Noeud());
        switch (type) {
            case "put" ->
                poser(noeud, change.get("feat").asInt(), change.get("key").asString(), change.path("value"));
            case "splice" -> glisser(noeud, change);
            case "clear" -> {
                if (change.get("feat").asInt() == CHILDREN) {
                    noeud.enfants = List.of();
                }
            }
            default -> {
                // What is attached is there already; what is removed of an element matters to nobody here.
            }
        }
    }

    private static void poser(Noeud noeud, int partie, String cle, JsonNode valeur) {
        switch (partie) {
            case ELEMENT -> {
                if (cle.equals("tag")) {
                    noeud.tag = valeur.asString();
                }
            }
            case PROPERTIES -> noeud.proprietes.put(cle, valeur);
            case LISTENERS -> noeud.ecoutes.put(cle, valeur.asString());
            case TEXT -> noeud.texte = valeur.asString();
            default -> {
                // Styles, classes and attributes are for the eyes.
            }
        }
    }

    private static void glisser(Noeud noeud, JsonNode change) {
        if (change.get("feat").asInt() != CHILDREN) {
            return;
        }
        var enfants = new java.util.ArrayList<>(noeud.enfants);
        int place = change.path("index").asInt();
        for (int i = change.path("remove").asInt(0); i > 0; i--) {
            enfants.remove(place);
        }
        for (JsonNode ajoute : change.path("addNodes")) {
            enfants.add(place++, ajoute.asInt());
        }
        noeud.enfants = List.copyOf(enfants);
    }

    @Override
    public void close() {
        http.close();
    }
}
