package org.tongcheng.planning.siting;

import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.rules.FeatureChoice;

/**
 * A layer that rules asked about.
 *
 * @param id          as checks name it
 * @param title       what it is called
 * @param collections into which it is loaded
 */
record LayerNote(String id, Text title, List<String> collections) {

    static LayerNote of(Layer layer) {
        return new LayerNote(layer.id(), layer.title(), layer.from().stream().map(FeatureChoice::collection).distinct().toList());
    }
}
