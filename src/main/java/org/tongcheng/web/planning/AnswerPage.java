package org.tongcheng.web.planning;

import java.util.List;
import java.util.Optional;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Table;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;

/**
 * Answers for people: what is counted, a map of what can be drawn, the table, and what the figures rest on.
 *
 * @param answers one for each date
 * @param tables  of each; empty where it is too large to be looked at
 * @param base    address of the landing page without its slash
 */
record AnswerPage(List<Given> answers, List<Optional<Table>> tables, String base) {

    /** What is longer is broken over lines; the rest stands on one. */
    private static final int WIDE_CELL = 28;

    /** What is longer gets more room, lest its row fills a screen. */
    private static final int LONG_CELL = 120;

    static AnswerPage of(List<Given> answers, AnswerBytes bytes, String base) {
        return new AnswerPage(answers, answers.stream().map(bytes::table).toList(), base);
    }

    PageFrame frame() {
        Given first = answers.get(0);
        String json = answers.size() == 1 ? base + "/answers/" + first.id() + "?f=json" : null;
        return new PageFrame(base, first.title(), List.of(), json);
    }

    void write(Markup markup) {
        for (int i = 0; i < answers.size(); i++) {
            Given given = answers.get(i);
            AnswerHeader header = given.answer().header();
            if (answers.size() > 1) {
                markup.element("h2", header.asOf());
            }
            markup.element("p", header.definition().zh()).element("p", header.definition().en(), "lang", "en");
            given.answer().facts().ifPresent(facts -> table(markup, facts));
            AnswerMap.draw(markup, given);
            tables.get(i).ifPresentOrElse(table -> rows(markup, given, table), () -> tooLarge(markup, given));
            list(markup, new Text("须知", "Warnings"), header.warnings());
            list(markup, new Text("假定", "Assumed"), header.assumed());
            PageFrame.heading(markup, "h3", new Text("引用", "Citation"));
            markup.element("p", given.citation().zh(), "class", "citation", "lang", "zh");
            markup.element("p", given.citation().en(), "class", "citation", "lang", "en");
            evidence(markup, given, header);
        }
    }

    private void tooLarge(Markup markup, Given given) {
        String csv = base + "/answers/" + given.id() + "?f=csv";
        markup.open("p").text("此表过大，不便在此显示，请下载：").link(csv, "CSV").text("。").close();
        markup.open("p", "lang", "en").text("The table is too large to be shown here; take it as ").link(csv, "CSV").text(".").close();
    }

    /** That there is nothing is said in words. */
    private static void rows(Markup markup, Given given, Table table) {
        if (table.rows().isEmpty()) {
            Text result = given.answer().result();
            markup.element("p", "没有可列出的：" + result.zh() + "。").element("p", "There is nothing to list: " + result.en() + ".", "lang", "en");
        } else {
            table(markup, table);
        }
    }

    /** A table of one row stands upright. */
    private static void table(Markup markup, Table table) {
        boolean upright = table.rows().size() == 1;
        markup.open("div", "class", "wide").open("table", "class", upright ? "facts" : null);
        if (upright) {
            for (int i = 0; i < table.columns().size(); i++) {
                markup.open("tr").element("th", table.columns().get(i), "scope", "row");
                cell(markup, table.rows().get(0).get(i));
                markup.close();
            }
        } else {
            markup.open("tr");
            table.columns().forEach(column -> markup.element("th", column, "scope", "col"));
            markup.close();
            for (List<Object> row : table.rows()) {
                markup.open("tr");
                row.forEach(cell -> cell(markup, cell));
                markup.close();
            }
        }
        markup.close().close();
    }

    private static void cell(Markup markup, Object cell) {
        String text = AnswerCsv.text(cell).replace(";", "; ");
        String form = text.length() > LONG_CELL ? "text long" : text.length() > WIDE_CELL ? "text" : null;
        markup.element("td", text, "class", cell instanceof Number ? "number" : form);
    }

    private static void list(Markup markup, Text title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        PageFrame.heading(markup, "h3", title).open("ul");
        lines.forEach(line -> markup.element("li", line));
        markup.close();
    }

    private void evidence(Markup markup, Given given, AnswerHeader header) {
        PageFrame.heading(markup, "h3", new Text("依据", "Evidence")).open("table", "class", "facts");
        row(markup, "answer_id", given.id());
        row(markup, "as of", header.asOf());
        row(markup, "scenario", header.scenario());
        row(markup, "profile", header.profile());
        row(markup, "datum", given.datum().label());
        row(markup, "streets", header.streets().source() == null ? header.streets().kind() : header.streets().source());
        row(markup, "features used", header.used().count() + " (" + header.used().digest() + ")");
        markup.close().open("p");
        markup.link(base + "/answers/" + given.id() + "?f=json", "JSON").text(" · ")
                .link(base + "/answers/" + given.id() + "?f=csv", "CSV");
        if (given.drawsSomething()) {
            markup.text(" · ").link(base + "/answers/" + given.id() + "/tiles?f=html", "矢量瓦片 Vector tiles");
        }
        markup.close();
    }

    private static void row(Markup markup, String name, Object value) {
        markup.open("tr").element("th", name, "scope", "row").element("td", value == null ? "–" : value).close();
    }
}
