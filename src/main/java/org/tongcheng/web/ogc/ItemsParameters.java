package org.tongcheng.web.ogc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Query;
import org.tongcheng.geometry.Box;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.OutsideDomain;
import org.tongcheng.web.AsOfParameters;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Refusal;

/** Reads the parameters of {@code /items} (api.md, Feature service); whatever is wrong is refused with 400 and its name. */
final class ItemsParameters {

    static final int MOST = 10_000;

    /**
     * Without a limit a program gets as much as there may be, so that a box asked for in two systems gives it the same features
     * and not two different first pages; what it gets is streamed.
     */
    static final int DEFAULT_LIMIT = MOST;

    private static final int DEFAULT_LIMIT_FOR_PEOPLE = 50;

    static final List<String> STANDARD = List.of("f", "bbox", "bbox-crs", "crs", "datetime", "limit", "offset", PageToken.PARAMETER,
            "asOf", "scenario", "intersects", "inside", "datum");

    private final FeatureStore store;
    private final CollectionDeclaration collection;
    private final Parameters given;
    private final int defaultLimit;

    private ItemsParameters(FeatureStore store, CollectionDeclaration collection, Parameters given, int defaultLimit) {
        this.store = store;
        this.collection = collection;
        this.given = given;
        this.defaultLimit = defaultLimit;
    }

    static ItemsRequest read(FeatureStore store, CollectionDeclaration collection, Parameters given, Representation form) {
        List<String> allowed = new ArrayList<>(STANDARD);
        queryables(collection).forEach(p -> allowed.add(p.name()));
        given.allowOnly(allowed);
        return new ItemsParameters(store, collection, given, form.isHtml() ? DEFAULT_LIMIT_FOR_PEOPLE : DEFAULT_LIMIT).request();
    }

    /** Properties that may be asked for by value; one with the name of a parameter of the standard gives way to it. */
    static List<PropertyDeclaration> queryables(CollectionDeclaration collection) {
        return collection.properties().stream().filter(p -> p.queryable() && !STANDARD.contains(p.name())).toList();
    }

    private ItemsRequest request() {
        int limit = limit();
        long offset = offset();
        Optional<PageToken> token = given.find(PageToken.PARAMETER).map(text -> PageToken.of(text, collection.id()));
        if (token.isPresent() && given.find("offset").isPresent()) {
            throw Refusal.parameter("offset", given.find("offset").get(), "no offset beside " + PageToken.PARAMETER,
                    "the page is already given by '" + PageToken.PARAMETER + "'");
        }
        Page page = token.map(t -> new Page(t.after(), 0, limit)).orElse(new Page(0, (int) offset, limit));
        return new ItemsRequest(collection, query(), page, token.map(PageToken::passed).orElse(offset),
                CoordinateFrame.of(given), given);
    }

    private Query query() {
        Map<String, Object> equal = new HashMap<>();
        for (PropertyDeclaration property : queryables(collection)) {
            given.find(property.name()).ifPresent(text -> equal.put(property.name(), QueryableValue.of(property, text)));
        }
        return new Query(box(), target("intersects").orElse(null), target("inside").orElse(null),
                given.find("datetime").map(Datetime::of).orElse(null), AsOfParameters.find(given).orElse(null), equal, List.of());
    }

    /** Above the most, the most is given, as the standard says (Part 1, requirement 21). */
    private int limit() {
        Optional<String> text = given.find("limit");
        long limit = text.map(t -> whole("limit", t, "a whole number from 1 to " + MOST)).orElse((long) defaultLimit);
        if (limit < 1) {
            throw Refusal.parameter("limit", text.orElse(""), "a whole number from 1 to " + MOST, "it is less than 1");
        }
        return (int) Math.min(limit, MOST);
    }

    private long offset() {
        String allowed = "a whole number from 0 to " + Integer.MAX_VALUE;
        long offset = given.find("offset").map(t -> whole("offset", t, allowed)).orElse(0L);
        if (offset > Integer.MAX_VALUE) {
            throw Refusal.parameter("offset", given.find("offset").get(), allowed, "it is too large");
        }
        return offset;
    }

    private static long whole(String name, String text, String allowed) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.parameter(name, text, allowed, "this is no such number");
        }
        return Long.parseLong(text);
    }

    private List<Geometry> box() {
        Datum datum = CoordinateFrame.datum(given);
        Optional<String> crsName = given.find("bbox-crs");
        if (datum != Datum.WGS84) {
            crsName.ifPresent(name -> CoordinateFrame.refuseBoth("bbox-crs", name, datum));
        }
        Crs crs = crsName.map(name -> CoordinateFrame.crs("bbox-crs", name)).orElse(Crs.CRS84);
        Optional<String> text = given.find("bbox");
        return text.map(t -> areas(t, crs, datum)).orElse(List.of());
    }

    private static List<Geometry> areas(String text, Crs crs, Datum datum) {
        double[] numbers = numbers(text);
        if (numbers.length == 6 && numbers[2] > numbers[5]) {
            throw badBox(text, "the lowest height is above the highest");
        }
        try {
            return datum == Datum.WGS84 ? Box.areas(crs, numbers) : datum.areas(Box.of(numbers));
        } catch (IllegalArgumentException | OutsideDomain e) {
            throw badBox(text, e.getMessage());
        }
    }

    private static double[] numbers(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw badBox(text, "it has " + parts.length + (parts.length == 1 ? " number" : " numbers"));
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].strip().matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?")) {
                throw badBox(text, "'" + parts[i] + "' is no number");
            }
            numbers[i] = Double.parseDouble(parts[i].strip());
            if (Double.isInfinite(numbers[i])) {
                throw badBox(text, "'" + parts[i] + "' is not finite");
            }
        }
        return numbers;
    }

    private static Refusal badBox(String text, String reason) {
        return Refusal.parameter("bbox", text,
                "4 numbers, or 6 with heights: lower corner, then upper corner, in the axis order of bbox-crs", reason);
    }

    /** The geometry of the feature that a parameter names as {@code collection/id}. */
    private Optional<Geometry> target(String parameter) {
        return given.find(parameter).map(text -> {
            int slash = text.indexOf('/');
            if (slash < 1 || slash == text.length() - 1) {
                throw badTarget(parameter, text, "this is not of the form collection/id");
            }
            String of = text.substring(0, slash);
            if (store.findCollection(of).isEmpty()) {
                throw badTarget(parameter, text, "there is no collection '" + of + "'");
            }
            Geometry geometry = store.find(of, text.substring(slash + 1))
                    .orElseThrow(() -> badTarget(parameter, text, "there is no such feature")).feature().geometry();
            if (geometry == null) {
                throw badTarget(parameter, text, "this feature has no geometry");
            }
            return geometry;
        });
    }

    private static Refusal badTarget(String parameter, String text, String reason) {
        return Refusal.parameter(parameter, text, "collection/id of a feature with geometry", reason);
    }
}
