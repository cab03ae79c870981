package org.tongcheng.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcheng.geometry.Crs;

/** What a Shapefile's {@code .prj} says, and how ours are written there. Numbers of a Shapefile stand east first. */
final class ShapefileProjection {

    private static final String CGCS2000 = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private static final Pattern PARAMETER = Pattern.compile("PARAMETER\\[\"(\\w+)\",\\s*([-+.\\deE]+)\\]");

    private ShapefileProjection() {}

    /** Longitude, latitude in degrees. */
    static String lonLat() {
        return CGCS2000;
    }

    /** The system of this text where it is one of ours. */
    static Optional<Crs> find(String prj) {
        String text = prj.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean ours = lower.contains("china_2000") || lower.contains("cgcs2000") || lower.contains("china geodetic coordinate system 2000");
        boolean wgs84 = lower.contains("wgs_1984") || lower.contains("wgs 84") || lower.contains("wgs84");
        if (!ours && !wgs84) {
            return Optional.empty();
        }
        if (lower.startsWith("geogcs")) {
            return Optional.of(Crs.CRS84);
        }
        if (lower.contains("pseudo-mercator") || lower.contains("mercator_auxiliary_sphere")) {
            return Crs.findByCode("EPSG:3857");
        }
        return ours && lower.contains("gauss") || lower.contains("transverse_mercator") ? zone(text) : Optional.empty();
    }

    /** A 3-degree zone without its number in the easting. */
    private static Optional<Crs> zone(String prj) {
        double meridian = Double.NaN;
        double easting = Double.NaN;
        double scale = 1;
        Matcher parameter = PARAMETER.matcher(prj);
        while (parameter.find()) {
            double value = Double.parseDouble(parameter.group(2));
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "central_meridian" -> meridian = value;
                case "false_easting" -> easting = value;
                case "scale_factor" -> scale = value;
                default -> { }
            }
        }
        boolean known = easting == 500000 && scale == 1 && meridian >= 75 && meridian <= 135 && meridian % 3 == 0;
        return known ? Crs.findByCode("EPSG:" + (4534 + (int) (meridian - 75) / 3)) : Optional.empty();
    }
}
