package org.tongcheng.web.map;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the page and its files in their place: before the folder of static files, without the gate that waits for the catalogue. */
@Configuration(proxyBeanMethods = false)
class MapSetup {

    private static final int BEFORE_STATIC_FILES = 1;

    @Bean
    SimpleUrlHandlerMapping mapPages(MapSettings settings) {
        MapPage page = new MapPage(MapFiles.read(), settings);
        return new SimpleUrlHandlerMapping(Map.of("/map", page, "/map/", page, "/map/" + MapFiles.PAGE, page,
                MapPage.ASSETS + "**", page), BEFORE_STATIC_FILES);
    }
}
