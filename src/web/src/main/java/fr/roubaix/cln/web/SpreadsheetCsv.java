package fr.roubaix.cln.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that people open in a spreadsheet: UTF-8 with its mark, semicolons, CRLF, every cell quoted (RFC 4180). A cell
 * that a spreadsheet would compute begins with an apostrophe
 * (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>). The list of a draw, which
 * programs compare byte by byte, is no such table.
 */
public final class SpreadsheetCsv {

    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";

    /** Full-width signs too: a spreadsheet set to Japanese reads them alike. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCsv() {}

    /** The header and the rows, ready to be downloaded. */
    public static byte[] of(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows)
                .map(row -> row.stream().map(SpreadsheetCsv::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining(END, MARK, END))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What a spreadsheet wrote, without the mark it may begin with. */
    public static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
