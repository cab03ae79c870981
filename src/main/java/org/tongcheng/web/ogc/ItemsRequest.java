package org.tongcheng.web.ogc;

import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.web.Parameters;

/**
 * Which items are asked for and how they are to be given.
 *
 * @param collection whose items
 * @param query      which of them
 * @param page       the part given now
 * @param passed     how many matching features lie before the page
 * @param frame      how coordinates go out
 * @param given      the parameters as given, from which links are made
 */
record ItemsRequest(
        CollectionDeclaration collection, Query query, Page page, long passed, CoordinateFrame frame, Parameters given) {

    /** The date whose status each feature shows; null for none. */
    AsOf asOf() {
        return query.asOf();
    }
}
