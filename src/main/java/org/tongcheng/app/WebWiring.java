package org.tongcheng.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.siting.SitingRules;
import org.tongcheng.web.Readiness;
import org.tongcheng.web.WriteAccess;
import org.tongcheng.web.map.MapSettings;
import org.tongcheng.web.map.SiteChoices;

/** What the web must know of how the service was started. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

    /** The same state that {@code /actuator/health/readiness} tells. */
    @Bean
    Readiness readiness(ApplicationAvailability availability) {
        return () -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @Bean
    WriteAccess writeAccess(TongchengSettings settings, ServerProperties server) {
        return WriteAccess.of(settings.writeToken(), server.getAddress());
    }

    @Bean
    MapSettings mapSettings(TongchengSettings settings) {
        return settings.map();
    }

    @Bean
    SiteChoices siteChoices(SitingRules rules) {
        Map<String, Text> titles = new LinkedHashMap<>();
        rules.kinds().forEach((id, kind) -> titles.put(id, kind.title()));
        return new SiteChoices(titles);
    }
}
