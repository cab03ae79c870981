package org.tongcheng.network.osm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.tongcheng.network.Settings;

/**
 * The numbers of real streets, read from {@code data/streets/osm.yml}.
 *
 * @param snapMetres how far off any street an origin or a stop may be
 * @param headMetres how far off any street a bridge head may be
 */
public record OsmSettings(double snapMetres, double headMetres) {

    /** Throws {@link IllegalArgumentException} that names the file and the key at fault. */
    public static OsmSettings read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Settings root = Settings.read(file.toString(), reader);
            root.only(Set.of("snap", "bridge_head"));
            return new OsmSettings(root.positive("snap", "m"), root.positive("bridge_head", "m"));
        }
    }
}
