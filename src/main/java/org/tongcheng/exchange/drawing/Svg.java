package org.tongcheng.exchange.drawing;

import java.util.Locale;

/** Writes SVG elements into one text. */
final class Svg {

    /** Whatever a reader's machine has of these shows both scripts. */
    private static final String FONTS = "'Noto Sans','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    private final StringBuilder text = new StringBuilder();

    Svg open(double width, double height, String title) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(number(width)).append(' ')
                .append(number(height)).append("\" width=\"").append(number(width)).append("\" height=\"")
                .append(number(height)).append("\" font-family=\"").append(FONTS).append("\">\n<title>")
                .append(escaped(title)).append("</title>\n");
        return this;
    }

    /** One element or tag as it stands. */
    Svg raw(String element) {
        text.append(element).append('\n');
        return this;
    }

    Svg path(String data, String attributes) {
        return data.isEmpty() ? this : raw("<path d=\"" + data + "\" " + attributes + "/>");
    }

    Svg rectangle(double x, double y, double width, double height, String attributes) {
        return raw("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" " + attributes + "/>");
    }

    Svg line(double x1, double x2, double y, String attributes) {
        return raw("<path d=\"M" + number(x1) + " " + number(y) + "H" + number(x2) + "\" " + attributes + "/>");
    }

    Svg words(double x, double y, String words, String attributes) {
        return raw("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + attributes + ">" + escaped(words) + "</text>");
    }

    String close() {
        return text.append("</svg>\n").toString();
    }

    static String number(double value) {
        String written = String.format(Locale.ROOT, "%.1f", value);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    /** A user's words may hold anything. Control characters, which XML cannot hold, become spaces. */
    static String escaped(String words) {
        return words.replaceAll("\\p{Cntrl}", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
