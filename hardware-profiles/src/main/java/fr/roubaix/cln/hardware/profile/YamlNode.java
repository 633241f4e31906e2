package fr.roubaix.cln.hardware.profile;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML document of which every piece still knows its line. Only mappings and plain values: profiles need no more. */
sealed interface YamlNode {

    int line();

    /** Keys in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

    /** A value, as written. */
    record Scalar(int line, String text) implements YamlNode {}

    /** A key and where it stands. */
    record Entry(int line, YamlNode value) {}

    /** Reads the only document of a file. */
    static Mapping read(String file, String yaml) {
        var mapper = new YAMLMapper(YAMLFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build());
        try (JsonParser parser = mapper.createParser(yaml)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProfileRefusedException(file, 1, "un profil commence par « clé: valeur ».");
            }
            var mapping = mapping(file, parser);
            if (parser.nextToken() != null) {
                throw new ProfileRefusedException(file, line(parser), "un seul document par fichier.");
            }
            return mapping;
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw new ProfileRefusedException(
                    file,
                    location == null ? 1 : Math.max(1, location.getLineNr()),
                    "ce n’est pas du YAML bien formé. Vérifiez les retraits et les deux-points.");
        }
    }

    private static Mapping mapping(String file, JsonParser parser) {
        int start = line(parser);
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int line = line(parser);
            String key = parser.currentName();
            refuseAlias(file, parser);
            parser.nextToken();
            if (entries.putIfAbsent(key, new Entry(line, node(file, parser))) != null) {
                throw new ProfileRefusedException(file, line, "la clé « " + key + " » est écrite deux fois.");
            }
        }
        return new Mapping(start, entries);
    }

    private static YamlNode node(String file, JsonParser parser) {
        refuseAlias(file, parser);
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(file, parser);
        }
        if (token == null || !token.isScalarValue()) {
            throw new ProfileRefusedException(file, line(parser), "une liste n’est pas attendue ici.");
        }
        return new Scalar(line(parser), token == JsonToken.VALUE_NULL ? "" : parser.getString());
    }

    private static void refuseAlias(String file, JsonParser parser) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new ProfileRefusedException(file, line(parser), "les renvois (*) ne sont pas admis.");
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
