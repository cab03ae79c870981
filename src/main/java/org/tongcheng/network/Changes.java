package org.tongcheng.network;

import java.util.List;
import java.util.Set;

/**
 * What an asker puts into or takes out of the corridors that exist at the date.
 *
 * @param with    ids put in whatever their dates
 * @param without ids taken out; wins over {@code with}
 * @param add     corridors of the asker's own
 */
public record Changes(Set<String> with, Set<String> without, List<Corridor> add) {

    public static final Changes NONE = new Changes(Set.of(), Set.of(), List.of());

    public Changes {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        add = List.copyOf(add);
    }
}
