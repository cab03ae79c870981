package org.tongcheng.planning;

import java.util.List;
import org.tongcheng.geometry.Datum;

/**
 * What is asked about at once.
 *
 * @param sites  at least one and at most {@link #MOST}
 * @param single whether one site was given by itself
 */
public record ProposedSites(List<ProposedSite> sites, boolean single) implements InDatum {

    /** How many may be asked about at once. */
    public static final int MOST = 1000;

    public ProposedSites {
        sites = List.copyOf(sites);
    }

    @Override
    public ProposedSites toWgs84(Datum datum) {
        return new ProposedSites(sites.stream().map(s -> s.at(datum.toWgs84(s.geometry()))).toList(), single);
    }
}
