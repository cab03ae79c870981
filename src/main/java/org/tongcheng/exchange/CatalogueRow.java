package org.tongcheng.exchange;

import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;

/** A feature of a catalogue's file: where it stands and what it is. */
record CatalogueRow(String file, long row, CollectionDeclaration declaration, Feature feature) {

    Finding finding(String code, String place, String reason) {
        return new Finding(file, row, feature.id(), code, place, reason);
    }
}
