package org.tongcheng.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts readiness and the guard of writing before every handler. */
@Configuration(proxyBeanMethods = false)
public class WebSetup implements WebMvcConfigurer {

    private final ReadinessGate readiness;
    private final WriteGuard guard;

    public WebSetup(ReadinessGate readiness, WriteGuard guard) {
        this.readiness = readiness;
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
        registry.addInterceptor(readiness);
    }
}
