package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.rules.FeatureChoice;

/**
 * What lies around sites at a date. Of a user's collection only what lies near is read, of a dense layer no more than is needed.
 * Threads: safe for many.
 */
final class Surroundings {

    /** How inexact a feature may be and still be looked for beyond the distance; so inexact is what states nothing. */
    static final double LEAST_EXACT_METRES = 10_000;

    /** Read at least; most layers answer at once. */
    private static final double LEAST_METRES = 200;

    /** How much farther is looked next. */
    private static final double WIDER = 4;

    private final Records records;
    private final AsOf asOf;
    private final Journeys journeys;
    private final Map<String, Boolean> empty = new ConcurrentHashMap<>();

    Surroundings(Records records, AsOf asOf, Journeys journeys) {
        this.records = records;
        this.asOf = asOf;
        this.journeys = journeys;
    }

    Journeys journeys() {
        return journeys;
    }

    /** Whether any of its collections holds features. */
    boolean isLoaded(Layer layer) {
        return layer.from().stream().anyMatch(choice -> !empty.computeIfAbsent(choice.collection(), records::isEmpty));
    }

    /**
     * The layer's features within so many metres of the site, or what may be so as far as the least exact of those found is off, and
     * more until the nearest area is surely among them or all within the layer's own distance are. A layer is taken to be about as
     * exact here as there.
     */
    List<LayerFeature> near(Layer layer, ProposedSite site, double metres) {
        Envelope box = site.geometry().getEnvelopeInternal();
        double assumed = layer.assumed() == null ? 0 : layer.assumed().m();
        double reach = Math.max(LEAST_METRES, metres + site.accuracy() + assumed);
        List<LayerFeature> found = within(layer, box, reach);
        double worst = found.stream().filter(f -> f.accuracyM() != null).mapToDouble(LayerFeature::accuracyM).max().orElse(0);
        if (worst > assumed) {
            reach = Math.max(reach, metres + site.accuracy() + Math.min(worst, LEAST_EXACT_METRES));
            found = within(layer, box, reach);
        }
        while (reach < layer.nearM() && !holdsNearest(found, site, reach)) {
            reach = Math.min(layer.nearM(), WIDER * reach);
            found = within(layer, box, reach);
        }
        return found;
    }

    /** Whether no area that was not found lies nearer than some that was: boxes are found, and an area may lie far off in its own. */
    private static boolean holdsNearest(List<LayerFeature> found, ProposedSite site, double reach) {
        return found.stream().anyMatch(f -> f.isArea() && Geodesy.distanceMetres(site.geometry(), f.geometry()) <= reach);
    }

    /** The layer's features that a site like this may come to share ground with where it is moved by so many metres. */
    List<LayerFeature> inTheWay(Layer layer, ProposedSite site, double metres) {
        double assumed = layer.assumed() == null ? 0 : layer.assumed().m();
        return within(layer, site.geometry().getEnvelopeInternal(), metres + site.accuracy() + assumed);
    }

    /** Its features whose box lies that near another, in the order of their ids; built-in ones, which are at hand, some more. */
    List<LayerFeature> within(Layer layer, Envelope box, double metres) {
        List<LayerFeature> found = new ArrayList<>();
        for (FeatureChoice choice : layer.from()) {
            double reach = Collections.ALL.contains(choice.collection()) ? Math.max(metres, layer.nearM()) + LEAST_EXACT_METRES : metres;
            for (StoredFeature stored : records.around(choice.collection(), box, reach, asOf)) {
                if (choice.holds(stored.feature())) {
                    found.add(LayerFeature.of(layer, choice.collection(), stored));
                }
            }
        }
        return found;
    }

    /** The unit of that code, to be looked at like a feature; empty where it is not on record or has no outline. */
    Optional<LayerFeature> unit(Layer units, String adcode) {
        return records.find(new FeatureRef(Collections.UNITS, adcode))
                .filter(stored -> stored.feature().geometry() != null && !stored.feature().geometry().isEmpty())
                .map(stored -> LayerFeature.of(units, Collections.UNITS, stored));
    }

    /** Codes of the units that tile the land most finely. */
    List<String> finestTiling() {
        return records.finestTiling().stream().map(Unit::adcode).toList();
    }
}
