package org.tongcheng.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Looks up the features that a feature names by properties with {@code references}. Threads: as safe as the look-up. */
public final class ReferenceCheck {

    private final BiPredicate<String, String> exists;

    /** @param exists whether the collection of that id (first) has a feature of that id (second) */
    public ReferenceCheck(BiPredicate<String, String> exists) {
        this.exists = exists;
    }

    /** Against what the store holds; a collection that it lacks has no features. */
    public static ReferenceCheck in(FeatureStore store) {
        return new ReferenceCheck((collection, id) ->
                store.findCollection(collection).isPresent() && store.find(collection, id).isPresent());
    }

    /** One {@link PropertyFault#UNKNOWN_REFERENCE} for every id that is not there. A feature may name itself. */
    public List<PropertyFault> check(CollectionDeclaration declaration, Feature feature) {
        List<PropertyFault> faults = new ArrayList<>();
        for (PropertyDeclaration property : declaration.properties()) {
            Object value = property.references() == null ? null : feature.value(property.name());
            if (value == null) {
                continue;
            }
            for (Object id : value instanceof List<?> list ? list : List.of(value)) {
                boolean itself = property.references().equals(declaration.id()) && String.valueOf(id).equals(feature.id());
                if (!itself && !(id instanceof String text && exists.test(property.references(), text))) {
                    faults.add(PropertyFault.of(PropertyFault.UNKNOWN_REFERENCE, property.name(), id,
                            "the id of a feature in '" + property.references() + "'"));
                }
            }
        }
        return faults;
    }
}
