package org.tongcheng.web.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Table;

/**
 * Writes tables as CSV (RFC 4180) in UTF-8: a header row, CRLF, numbers without exponents. Two last columns hold in each answer's first
 * row the paragraph by which it can be cited, in Chinese and in English.
 */
final class AnswerCsv {

    private static final List<String> CITATION = List.of("citation_zh", "citation_en");
    private static final List<String> NOTHING = List.of("", "");

    private AnswerCsv() {}

    /** One table after the other under one header; where there are several, a first column says which date each row is for. */
    static String write(List<Given> answers) {
        boolean several = answers.size() > 1;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            Table table = answers.get(i).table();
            String date = answers.get(i).answer().header().asOf().toString();
            if (i == 0) {
                line(out, several, "as_of", table.columns(), CITATION);
            }
            Text citation = answers.get(i).citation();
            for (int row = 0; row < table.rows().size(); row++) {
                line(out, several, date, table.rows().get(row), row == 0 ? List.of(citation.zh(), citation.en()) : NOTHING);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, boolean several, String first, List<?> cells, List<String> last) {
        List<String> texts = new ArrayList<>();
        if (several) {
            texts.add(first);
        }
        cells.forEach(cell -> texts.add(quoted(text(cell))));
        last.forEach(cell -> texts.add(quoted(cell)));
        out.append(String.join(",", texts)).append("\r\n");
    }

    /** A cell as people and programs read it; nothing for null. */
    static String text(Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Double number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : cell.toString();
    }

    static String quoted(String text) {
        boolean quote = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
