package org.tongcheng.app.command;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** A bar that shows how far a command is, on a terminal only. */
final class Progress implements LongConsumer {

    private static final int WIDTH = 40;
    private static final long EVERY_MILLIS = 100;

    private final PrintWriter err;
    private final String label;
    private final long total;
    private final boolean shown;
    private long done;
    private long last;

    Progress(PrintWriter err, String label, long total) {
        this.err = err;
        this.label = label;
        this.total = Math.max(total, 1);
        this.shown = System.console() != null;
    }

    @Override
    public void accept(long more) {
        done += more;
        long now = System.currentTimeMillis();
        if (shown && now - last >= EVERY_MILLIS) {
            last = now;
            draw();
        }
    }

    private void draw() {
        int part = (int) Math.min(WIDTH, done * WIDTH / total);
        err.print("\r" + label + " [" + "#".repeat(part) + " ".repeat(WIDTH - part) + "] " + Math.min(100, done * 100 / total) + " %");
        err.flush();
    }

    /** Wipes the bar away. */
    void finish() {
        if (shown) {
            err.print("\r" + " ".repeat(label.length() + WIDTH + 10) + "\r");
            err.flush();
        }
    }
}
