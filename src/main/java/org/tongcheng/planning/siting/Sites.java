package org.tongcheng.planning.siting;

import java.util.List;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.InDatum;

/**
 * What is asked about at once.
 *
 * @param sites  at least one and at most {@link #MOST}
 * @param single whether one site was given by itself
 */
public record Sites(List<Site> sites, boolean single) implements InDatum {

    /** How many may be asked about at once. */
    public static final int MOST = 1000;

    public Sites {
        sites = List.copyOf(sites);
    }

    @Override
    public Sites toWgs84(Datum datum) {
        return new Sites(sites.stream().map(s -> s.at(datum.toWgs84(s.geometry()))).toList(), single);
    }
}
