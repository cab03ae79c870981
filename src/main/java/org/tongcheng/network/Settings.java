package org.tongcheng.network;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A map of a settings file, read with messages that name the file and the key. A number stands there as {@code value}, with its
 * {@code unit} and the {@code reason} for it; one whose unit is not the one wanted, or without a reason, is refused.
 */
public final class Settings {

    private final String file;
    private final String path;
    private final Map<?, ?> values;

    private Settings(String file, String path, Map<?, ?> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    /** The whole file; throws {@link IllegalArgumentException} where it is no YAML or no map. */
    public static Settings read(String file, Reader reader) {
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(file + " holds no settings");
        }
        return new Settings(file, "", map);
    }

    /** An exception that names the file and the key. */
    public IllegalArgumentException fault(String key, String what) {
        return new IllegalArgumentException(file + ": '" + path + key + "' " + what);
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** Whether the key holds a map, rather than one word or number. */
    public boolean isMap(String key) {
        return values.get(key) instanceof Map;
    }

    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** Throws where there is a key that is none of these: a misspelt setting must not be passed over. */
    public void only(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw fault(key, "is no setting here; there are " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    public String text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Map || value instanceof List || value.toString().isBlank()) {
            throw fault(key, "must be a text");
        }
        return value.toString().strip();
    }

    public Text titles(String key) {
        Settings map = map(key);
        return new Text(map.text("zh"), map.text("en"));
    }

    public Settings map(String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return new Settings(file, path + key + ".", map);
        }
        throw fault(key, "must be a map");
    }

    public List<Settings> list(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw fault(key, "must be a list");
        }
        List<Settings> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                throw fault(key + "[" + (i + 1) + "]", "must be a map");
            }
            entries.add(new Settings(file, path + key + "[" + (i + 1) + "].", map));
        }
        return entries;
    }

    public List<String> texts(String key) {
        if (!(values.get(key) instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw fault(key, "must be a list of texts");
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** A number with its unit and reason. */
    public Profile.Value value(String key, String unit) {
        Settings map = map(key);
        map.only(Set.of("value", "unit", "reason"));
        if (!(map.values.get("value") instanceof Number number) || !Double.isFinite(number.doubleValue())
                || number.doubleValue() < 0) {
            throw map.fault("value", "must be a number, not less than 0");
        }
        if (!map.text("unit").equals(unit)) {
            throw map.fault("unit", "is '" + map.text("unit") + "'; it must be " + unit);
        }
        return new Profile.Value(number.doubleValue(), unit, map.text("reason"));
    }

    public double number(String key, String unit) {
        return value(key, unit).value();
    }

    /** A number greater than 0. */
    public double positive(String key, String unit) {
        return positiveValue(key, unit).value();
    }

    /** A number greater than 0, with its unit and reason. */
    public Profile.Value positiveValue(String key, String unit) {
        Profile.Value value = value(key, unit);
        if (value.value() <= 0) {
            throw fault(key + ".value", "must be greater than 0");
        }
        return value;
    }

    /** Runs of points, each a list {@code [lon, lat]} in degrees. */
    public List<List<Coordinate>> lines(String key) {
        if (!(values.get(key) instanceof List<?> runs)) {
            throw fault(key, "must be a list of lists of [lon, lat]");
        }
        List<List<Coordinate>> lines = new ArrayList<>();
        for (Object run : runs) {
            List<Coordinate> line = new ArrayList<>();
            for (Object point : run instanceof List<?> points ? points : List.of(run)) {
                if (!(point instanceof List<?> pair) || pair.size() != 2
                        || !(pair.get(0) instanceof Number lon) || !(pair.get(1) instanceof Number lat)) {
                    throw fault(key, "holds '" + point + "', which is no [lon, lat]");
                }
                line.add(new Coordinate(lon.doubleValue(), lat.doubleValue()));
            }
            lines.add(line);
        }
        return lines;
    }
}
