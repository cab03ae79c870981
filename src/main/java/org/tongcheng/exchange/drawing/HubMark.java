package org.tongcheng.exchange.drawing;

import org.tongcheng.catalog.Text;

/** How hubs of a kind are marked: a coloured disc of radius {@link #RADIUS} with a white sign. */
enum HubMark {
    AIRPORT("#1f4e79", "机场", "Airport",
            "M0-5.5L1.2-2.4V-.6L5.6 2.2V3.6L1.2 2.2 1 4.4 2.2 5.4V6L0 5.4-2.2 6V5.4L-1 4.4-1.2 2.2-5.6 3.6V2.2L-1.2-.6V-2.4z",
            true),
    PORT("#1d6f72", "港口", "Port", "M0-4.6V4.6M-2.4-2.2H2.4M-4.4 1A4.5 4.5 0 0 0 4.4 1", false),
    STATION("#8c2f39", "铁路与公交枢纽", "Rail or bus hub", "M-3-4.2H3V2.4H-3zM-3-.8H3M-1.8 2.4L-3 4.6M1.8 2.4L3 4.6", false),
    OTHER("#6b5b3e", "物流与其他", "Logistics and other", "M0-4L4 0 0 4-4 0z", true);

    static final double RADIUS = 8;

    private final String colour;
    private final Text title;
    private final String sign;
    private final boolean filled;

    HubMark(String colour, String zh, String en, String sign, boolean filled) {
        this.colour = colour;
        this.title = new Text(zh, en);
        this.sign = sign;
        this.filled = filled;
    }

    static HubMark of(String kind) {
        return switch (kind == null ? "" : kind) {
            case "airport" -> AIRPORT;
            case "port", "border-port" -> PORT;
            case "rail-hub", "rail-freight-hub", "bus-hub", "passenger-service-hub" -> STATION;
            default -> OTHER;
        };
    }

    Text title() {
        return title;
    }

    String colour() {
        return colour;
    }

    /** The mark at a place, paler where the hub is not built yet. */
    String svg(String x, String y, boolean built) {
        String paint = filled ? "fill=\"#fff\"" : "fill=\"none\" stroke=\"#fff\" stroke-width=\"1.3\"";
        return "<g transform=\"translate(" + x + " " + y + ")\"" + (built ? "" : " opacity=\".6\"") + "><circle r=\"" + RADIUS
                + "\" fill=\"" + colour + "\" stroke=\"#fff\" stroke-width=\"1.2\"/><path d=\"" + sign + "\" " + paint + "/></g>";
    }
}
