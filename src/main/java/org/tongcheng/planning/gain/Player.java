package org.tongcheng.planning.gain;

import java.util.List;
import org.tongcheng.network.Corridor;

/**
 * What is built or not built as one: a corridor, or all those that share its track and are not built at the date.
 *
 * @param rows the one that names it first
 */
record Player(List<Corridor> rows) {

    Player {
        rows = List.copyOf(rows);
    }

    Corridor named() {
        return rows.get(0);
    }

    String id() {
        return named().id();
    }

    /** Length in kilometres of its longest row, for they lie on one another. */
    double kilometres() {
        return rows.stream().mapToDouble(Player::metres).max().orElseThrow() / 1000;
    }

    private static double metres(Corridor row) {
        return row.metresBetween(0, row.course().size() - 1) + (row.closedRing() ? row.seamMetres() : 0);
    }
}
