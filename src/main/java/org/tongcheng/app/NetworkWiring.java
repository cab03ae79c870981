package org.tongcheng.app;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.planning.PlanningFeatures;

/** Streets, profiles and lines. */
@Configuration(proxyBeanMethods = false)
class NetworkWiring {

    @Bean
    StandingNetworks networks(TongchengSettings settings, FeatureStore store, PlanningFeatures features) {
        try {
            return new StandingNetworks(store, features, settings.data());
        } catch (IllegalArgumentException | IOException e) {
            throw CannotStart.of("tongcheng.data", e);
        }
    }
}
