package org.tongcheng.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.web.Readiness;
import org.tongcheng.web.WriteAccess;

/** What the web room needs to know of the settings. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

    @Bean
    WriteAccess writeAccess(TongchengSettings settings, ServerProperties server) {
        return WriteAccess.of(settings.writeToken(), server.getAddress());
    }

    /** The store is loaded before the connector starts; what loads later gives a readiness of its own. */
    @Bean
    @ConditionalOnMissingBean
    Readiness readiness() {
        return () -> true;
    }
}
