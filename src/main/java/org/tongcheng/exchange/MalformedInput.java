package org.tongcheng.exchange;

/** The input is not in its format at all: no JSON, no UTF-8, no CSV, no Shapefile. */
public final class MalformedInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    /** @param line from 1, and column from 1; 0 where the format has none */
    public MalformedInput(String reason, long line, long column) {
        super(line > 0 ? reason + " (line " + line + ", column " + column + ")" : reason);
        this.line = line;
        this.column = column;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }
}
