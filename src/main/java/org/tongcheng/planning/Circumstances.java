package org.tongcheng.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tongcheng.catalog.AsOf;

/**
 * What every planning question can be told beside its own parameters.
 *
 * @param asOf     the date asked about, the scenario and its horizon
 * @param with     corridors put in whatever their dates
 * @param without  corridors taken out; wins over {@code with} and {@code add}
 * @param add      corridors of the asker's own
 * @param profile  how one travels
 * @param minutes  time budgets, rising
 * @param recorded the moment whose records are read; null for the present ones
 * @param explain  whether the features used are listed one by one
 */
public record Circumstances(
        AsOf asOf,
        List<String> with,
        List<String> without,
        List<OwnCorridor> add,
        String profile,
        List<Integer> minutes,
        Instant recorded,
        boolean explain) {

    public Circumstances {
        with = List.copyOf(with);
        without = List.copyOf(without);
        add = List.copyOf(add);
        minutes = List.copyOf(minutes);
    }

    public Circumstances withAsOf(AsOf other) {
        return new Circumstances(other, with, without, add, profile, minutes, recorded, explain);
    }

    public Circumstances withProfile(String other) {
        return new Circumstances(asOf, with, without, add, other, minutes, recorded, explain);
    }

    /** With these corridors taken out instead. */
    public Circumstances leavingOut(Collection<String> other) {
        return new Circumstances(asOf, with, List.copyOf(other), add, profile, minutes, recorded, explain);
    }
}
