package org.tongcheng.network.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.network.Streets;

/** Writes small OpenStreetMap files for tests, from nodes and ways. */
final class OsmXml {

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder ways = new StringBuilder();
    private String head = "<osm version=\"0.6\">\n";
    private int way;

    OsmXml timestamp(String stamp) {
        head = "<osm version=\"0.6\" timestamp=\"" + stamp + "\">\n";
        return this;
    }

    OsmXml bounds(double west, double south, double east, double north) {
        head += String.format(Locale.ROOT, "<bounds minlon=\"%f\" minlat=\"%f\" maxlon=\"%f\" maxlat=\"%f\"/>%n", west, south, east, north);
        return this;
    }

    /** @param tags {@code key=value}, separated by spaces */
    OsmXml node(int id, double lon, double lat, String... tags) {
        nodes.append(String.format(Locale.ROOT, "<node id=\"%d\" version=\"1\" lon=\"%.7f\" lat=\"%.7f\">%s</node>%n", id, lon, lat,
                tags(tags)));
        return this;
    }

    /** @param refs numbers of nodes, separated by spaces */
    OsmXml way(String refs, String... tags) {
        ways.append("<way id=\"").append(++way).append("\" version=\"1\">");
        for (String ref : refs.split(" ")) {
            ways.append("<nd ref=\"").append(ref).append("\"/>");
        }
        ways.append(tags(tags)).append("</way>\n");
        return this;
    }

    private static String tags(String... tags) {
        StringBuilder text = new StringBuilder();
        for (String tag : tags) {
            String[] pair = tag.split("=");
            text.append("<tag k=\"").append(pair[0]).append("\" v=\"").append(pair[1]).append("\"/>");
        }
        return text.toString();
    }

    Path write(Path folder) {
        try {
            return Files.writeString(folder.resolve("streets.osm"), head + nodes + ways + "</osm>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By car at the streets' own speeds. */
    Streets byCar(Path folder) {
        return streets(folder, car(Map.of()));
    }

    Streets onFoot(Path folder, double kmh) {
        return streets(folder, foot(kmh));
    }

    Streets streets(Path folder, Profile profile) {
        return source(write(folder)).streets(profile);
    }

    static OsmStreets source(Path file) {
        try {
            return OsmStreets.of(file, new OsmSettings(1000, 2000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Profile car(Map<RoadClass, Profile.Value> shares) {
        return profile("drive", new Profile.StreetRules(null, new Profile.Value(1.15, "1", "not used here"), shares));
    }

    static Profile foot(double kmh) {
        return profile("walk", new Profile.StreetRules(
                new Profile.Value(kmh, "km/h", "asked"), new Profile.Value(1.3, "1", "not used here"), Map.of()));
    }

    private static Profile profile(String id, Profile.StreetRules rules) {
        return new Profile(id, new Text(id, id), new Text(id, id), rules, Map.of());
    }
}
