package org.tongcheng.network.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A way of moving on streets, and what GraphHopper is asked to read for it. Each has streets of its own. */
enum Vehicle {

    CAR("car_average_speed"),
    FOOT("hike_rating");

    /** Of a ferry: its time comes from its tags, whatever crosses on it. */
    static final String FERRY_SPEED = "ferry_speed";
    static final String ROAD_CLASS = "road_class";
    static final String ROAD_ENVIRONMENT = "road_environment";
    private static final String ROUNDABOUT = "roundabout";

    private final String own;

    Vehicle(String own) {
        this.own = own;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What GraphHopper reads of each way, in an order in which each value comes after those it is derived from. */
    List<String> encodedValues() {
        return List.of(ROUNDABOUT, access(), FERRY_SPEED, own, ROAD_CLASS, ROAD_ENVIRONMENT);
    }

    String access() {
        return VehicleAccess.key(label());
    }

    /** The value that only this vehicle needs: the speed of a car, the difficulty of a path. */
    String own() {
        return own;
    }

    /** Whether a way, by its tags, is open to the vehicle at all: what is not makes no nodes. */
    Predicate<ReaderWay> opens(EncodedValueLookup values) {
        if (this == FOOT) {
            FootAccessParser foot = new FootAccessParser(values, new PMap());
            return way -> !foot.getAccess(way).canSkip();
        }
        BooleanEncodedValue access = values.getBooleanEncodedValue(access());
        BooleanEncodedValue roundabout = values.getBooleanEncodedValue(ROUNDABOUT);
        if (access == null || roundabout == null) {
            throw new IllegalStateException("car streets are read without their access");
        }
        CarAccessParser car = new CarAccessParser(values, new PMap());
        return way -> !car.getAccess(way).canSkip();
    }
}
