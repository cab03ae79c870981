package org.tongcheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.Profiles;
import org.tongcheng.network.corridor.LineNetworks;
import org.tongcheng.network.osm.OsmSettings;
import org.tongcheng.network.osm.OsmStreets;
import org.tongcheng.network.sketch.SketchSettings;
import org.tongcheng.planning.PlanningFeatures;

/** Streets, profiles and lines. */
@Configuration(proxyBeanMethods = false)
class NetworkWiring {

    @Bean
    Networks networks(TongchengSettings settings, FeatureStore store, PlanningFeatures features) {
        try {
            List<Profile> profiles = Profiles.readAll(settings.data().resolve("profiles"));
            Path streets = settings.data().resolve("streets");
            return settings.streets().osmFile().isBlank()
                    ? new StandingNetworks(store, features, profiles, SketchSettings.read(streets.resolve("sketch.yml")))
                    : new LineNetworks(profiles, osm(settings.streets(), OsmSettings.read(streets.resolve("osm.yml"))));
        } catch (IllegalArgumentException | IOException e) {
            throw CannotStart.of("tongcheng.data", e);
        }
    }

    /** Looks at the file's head alone: what is no street file stops the start before the catalogue is loaded. */
    private static OsmStreets osm(TongchengSettings.Streets settings, OsmSettings numbers) {
        try {
            return OsmStreets.of(Path.of(settings.osmFile()), numbers, settings.cache());
        } catch (IOException e) {
            throw CannotStart.of("tongcheng.streets.osm-file", e);
        }
    }
}
