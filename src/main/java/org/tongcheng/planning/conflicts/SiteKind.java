package org.tongcheng.planning.conflicts;

import java.util.List;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.rules.FeatureChoice;

/**
 * A kind of site, told by one property of a collection's features.
 *
 * @param id         as rules name it
 * @param title      what it is called
 * @param collection whose features may be of it
 * @param property   that tells it
 * @param any        values of which the property has, or as a list holds, at least one
 */
record SiteKind(String id, Text title, String collection, String property, List<String> any) {

    SiteKind {
        any = List.copyOf(any);
    }

    boolean holds(Feature feature) {
        return FeatureChoice.holds(feature, property, any);
    }
}
