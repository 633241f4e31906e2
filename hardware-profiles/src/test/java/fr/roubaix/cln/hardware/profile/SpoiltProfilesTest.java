package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is read or refused in words; no other exception leaves the loader. */
class SpoiltProfilesTest {

    private static final String SPOILERS = "-:#{}[]*&!|>'\"%@`\t\n\r \u0000\u00e9\u2028\ud83d\ude00 09azAZ~?,.\\";

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.hardware.profile.CopyOfShipped#files")
    void a_file_cut_anywhere_is_read_or_refused_with_its_name_and_a_line(String path) {
        String yaml = ProfileFile.shipped().get(path).yaml();
        for (int length = 0; length < yaml.length(); length++) {
            String cut = yaml.substring(0, length);
            refusal(path, cut)
                    .ifPresent(message -> assertThat(message)
                            .as(() -> "cut to: " + cut)
                            .matches("(?s)[a-z]+/[a-z0-9-]+\\.yaml, ligne [1-9][0-9]* : .+[.?]"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 58, 80, 576})
    void a_file_with_other_letters_in_it_is_read_or_refused_too(long seed) {
        var random = new Random(seed);
        var shipped = ProfileFile.shipped();
        for (Map.Entry<String, ProfileFile> file : shipped.entrySet()) {
            for (int round = 0; round < 40; round++) {
                var spoilt = new StringBuilder(file.getValue().yaml());
                for (int i = 0; i < 1 + round % 4; i++) {
                    char letter = SPOILERS.charAt(random.nextInt(SPOILERS.length()));
                    int at = random.nextInt(spoilt.length());
                    switch (random.nextInt(3)) {
                        case 0 -> spoilt.setCharAt(at, letter);
                        case 1 -> spoilt.insert(at, letter);
                        default -> spoilt.deleteCharAt(at);
                    }
                }
                String yaml = spoilt.toString();
                refusal(file.getKey(), yaml)
                        .ifPresent(message -> assertThat(message)
                                .as(() -> "seed " + seed + ": " + yaml)
                                .contains(".yaml"));
            }
        }
    }

    /** What is said of a shipped file that holds this instead. */
    private static Optional<String> refusal(String path, String yaml) {
        SortedMap<String, ProfileFile> files =
                path.startsWith(ProfileFile.SITES) ? ProfileFile.shipped() : new TreeMap<>();
        files.put(path, new ProfileFile(path, true, yaml));
        try {
            assertThat(Profiles.of(files)).isNotNull();
            return Optional.empty();
        } catch (ProfileRefusedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
