package org.tongcheng.app;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongcheng.web.map.MapSettings;

/**
 * What can be set from outside, as {@code --tongcheng.…} or by environment variable (api.md, Starting).
 *
 * @param data       folder of the catalogue, of the users' declarations and of streets and profiles
 * @param store      where features are kept
 * @param streets    which streets are travelled
 * @param questions  how many planning questions are taken on
 * @param map        how the map at {@code /map/} is set up
 * @param writeToken needed for writing once set; empty for none
 */
@ConfigurationProperties("tongcheng")
public record TongchengSettings(
        @DefaultValue("data") Path data,
        @DefaultValue Store store,
        @DefaultValue Streets streets,
        @DefaultValue Questions questions,
        @DefaultValue MapSettings map,
        @DefaultValue("") String writeToken) {

    /**
     * @param osmFile an OpenStreetMap file; empty for the sketch
     * @param cache   folder in which what was built from the file is kept
     */
    public record Streets(@DefaultValue("") String osmFile, @DefaultValue("var/streets") Path cache) {}

    /**
     * @param url      JDBC URL, {@code jdbc:h2:file:…} or {@code jdbc:postgresql://…}
     * @param username user of the database; empty where the URL names it or none is needed
     * @param password password of that user
     * @param poolSize connections kept at the most
     */
    public record Store(
            @DefaultValue("jdbc:h2:file:./var/tongcheng") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("16") int poolSize) {}

    /**
     * @param workers how many are worked on at once; 0 for as many as there are processors, two at least
     * @param waiting how many more may wait for their turn or for their reader before the next is turned away
     */
    public record Questions(@DefaultValue("0") int workers, @DefaultValue("64") int waiting) {}
}
