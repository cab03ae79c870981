package org.tongcheng.app;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.network.Changes;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Streets;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.sketch.LandUnit;
import org.tongcheng.network.sketch.Sketch;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.PlanningFeatures;

/**
 * The networks on the sketch of the units that stand in the store: built anew by the first question after a unit was written.
 *
 * <p>Threads: safe for many; while the sketch is built, questions wait for it.
 */
final class StandingNetworks implements Networks {

    private static final Logger LOG = LoggerFactory.getLogger(StandingNetworks.class);

    private final FeatureStore store;
    private final PlanningFeatures features;
    private final List<Profile> profiles;
    private final SketchSettings settings;
    private volatile Standing standing;

    private record Standing(long version, LineNetworks networks) {}

    StandingNetworks(FeatureStore store, PlanningFeatures features, List<Profile> profiles, SketchSettings settings) {
        this.store = store;
        this.features = features;
        this.profiles = List.copyOf(profiles);
        this.settings = settings;
    }

    @Override
    public List<Profile> profiles() {
        return profiles;
    }

    @Override
    public Streets streets(Profile profile) {
        return current().streets(profile);
    }

    @Override
    public double snapMetres() {
        return settings.snapMetres();
    }

    @Override
    public Network join(Profile profile, List<Corridor> corridors, AsOf asOf, Changes changes) {
        return current().join(profile, corridors, asOf, changes);
    }

    private LineNetworks current() {
        Standing now = standing;
        long version = store.version(List.of(Collections.UNITS));
        return now != null && now.version() == version ? now.networks() : rebuilt(version);
    }

    private synchronized LineNetworks rebuilt(long version) {
        if (standing == null || standing.version() != version) {
            long start = System.nanoTime();
            List<LandUnit> land = LandUnit.finest(features.at(null).features(Collections.UNITS));
            standing = new Standing(version, new LineNetworks(profiles, Sketch.of(settings, land)));
            LOG.info("Sketch streets over {} units built in {} ms", land.size(), (System.nanoTime() - start) / 1_000_000);
        }
        return standing.networks();
    }
}
