package org.tongcheng.network.corridor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.network.ChangeFault;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;

/** Which corridors are there, and which of their stops. */
final class Selection {

    private final AsOf asOf;
    private final Changes changes;

    Selection(AsOf asOf, Changes changes) {
        this.asOf = asOf;
        this.changes = changes;
    }

    /** Those that exist, with and without the changes, in the order given; the asker's own come last. */
    List<Corridor> of(List<Corridor> catalogue) {
        check(catalogue);
        List<Corridor> selected = new ArrayList<>();
        for (Corridor corridor : catalogue) {
            boolean there = corridor.existence().existsAt(asOf) || changes.with().contains(corridor.id());
            if (there && !changes.without().contains(corridor.id())) {
                selected.add(corridor);
            }
        }
        for (Corridor own : changes.add()) {
            if (!changes.without().contains(own.id())) {
                selected.add(own);
            }
        }
        return selected;
    }

    /**
     * Whether the stop of a selected line is there. Its own year counts on a line that is built; a line that a plan or the asker
     * puts in comes with all its stops, for what happened after the date plays no part.
     */
    boolean isThere(Corridor line, Corridor.Stop stop) {
        return !line.existence().builtAt(asOf.date()) || stop.existsAt(asOf);
    }

    private void check(List<Corridor> catalogue) {
        Set<String> ids = catalogue.stream().map(Corridor::id).collect(Collectors.toCollection(HashSet::new));
        for (Corridor own : changes.add()) {
            if (!ids.add(own.id())) {
                throw new ChangeFault("add", own.id(), "there is already a corridor '" + own.id() + "'");
            }
        }
        known("with", changes.with(), ids);
        known("without", changes.without(), ids);
    }

    private static void known(String parameter, Set<String> asked, Set<String> ids) {
        asked.stream().sorted().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new ChangeFault(parameter, id, "there is no corridor '" + id + "'");
        });
    }
}
