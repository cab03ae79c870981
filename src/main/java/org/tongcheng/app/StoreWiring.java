package org.tongcheng.app;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.store.StoreFailure;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

/** The store and what reads it whole. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TongchengSettings.class)
class StoreWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    FeatureStore featureStore(TongchengSettings settings) {
        TongchengSettings.Store store = settings.store();
        try {
            return Stores.open(new StoreSettings(store.url(), store.username(), store.password(), store.poolSize()));
        } catch (IllegalArgumentException | StoreFailure e) {
            throw CannotStart.of("tongcheng.store", e);
        }
    }

    @Bean
    PlanningFeatures planningFeatures(FeatureStore store) {
        return new PlanningFeatures(store);
    }
}
