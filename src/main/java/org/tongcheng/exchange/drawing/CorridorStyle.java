package org.tongcheng.exchange.drawing;

import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.Text;

/** How corridors of a mode are drawn; later ones lie above earlier ones. */
enum CorridorStyle {
    WATERWAY("#7fb3cf", 1.6, "航道", "Waterway"),
    ARTERIAL("#cfa84a", 1.4, "干线公路", "Arterial road"),
    EXPRESSWAY("#e08a2e", 2.4, "高速公路", "Expressway"),
    RAILWAY("#6d6a75", 1.8, "普速铁路", "Conventional railway"),
    METRO("#1b7a8c", 1.8, "地铁", "Metro"),
    INTERCITY("#7d4aa5", 2.4, "城际与市域铁路", "Intercity and suburban rail"),
    HIGH_SPEED("#b9273c", 2.8, "高速铁路", "High-speed railway"),
    CROSSING("#22313f", 4.2, "桥梁与隧道", "Bridge or tunnel");

    private final String colour;
    private final double width;
    private final Text title;

    CorridorStyle(String colour, double width, String zh, String en) {
        this.colour = colour;
        this.width = width;
        this.title = new Text(zh, en);
    }

    /** The style of a mode; null for modes that a map of the network leaves out. */
    static CorridorStyle of(String mode) {
        return switch (mode == null ? "" : mode) {
            case "waterway" -> WATERWAY;
            case "arterial", "bus" -> ARTERIAL;
            case "expressway" -> EXPRESSWAY;
            case "conventional-rail" -> RAILWAY;
            case "metro" -> METRO;
            case "intercity-rail", "suburban-rail" -> INTERCITY;
            case "high-speed-rail" -> HIGH_SPEED;
            case "bridge", "tunnel" -> CROSSING;
            default -> null;
        };
    }

    Text title() {
        return title;
    }

    String colour() {
        return colour;
    }

    /** Attributes of the line: solid where it is built, broken the more the less certain it is. */
    String attributes(Status status) {
        String dashes = dashes(status);
        return "stroke=\"" + colour + "\" stroke-width=\"" + width + "\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private static String dashes(Status status) {
        return switch (status) {
            case OPEN -> "";
            case UNDER_CONSTRUCTION -> "12 4";
            case PLANNED -> "6 4";
            case PROPOSED, UNKNOWN -> "2 4";
        };
    }
}
