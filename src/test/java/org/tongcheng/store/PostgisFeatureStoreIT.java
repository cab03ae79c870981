package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Write;

/** The contract on PostGIS, each test in a schema of its own, and what only PostGIS gives. */
class PostgisFeatureStoreIT extends FeatureStoreContract {

    private final TemporarySchema schema = new TemporarySchema();

    @Override
    StoreSettings fresh() throws SQLException {
        return schema.create();
    }

    @Override
    void discard(StoreSettings settings) throws SQLException {
        schema.drop();
    }

    @Test
    void anIndexServesContainsOnArrays() {
        store.create(PARCELS);
        store.write(IntStream.range(0, 6000)
                .mapToObj(i -> (Write) new Write.Create("parcels", feature("p" + i, null, "uses", List.of("u" + i))))
                .toList());
        Query query = new Query(List.of(), null, null, null, Map.of("uses", "u77"), List.of());
        String index = Names.index(Names.table("parcels"), Names.column("uses")).replace("\"", "");
        assertThat(((SqlFeatureStore) store).plan("parcels", query, Page.first(10))).contains(index);
        assertThat(ids("parcels", query)).containsExactly("p77");
    }

    /** GeoServer reads kinds and reference systems here. */
    @Test
    void otherProgramsFindTheKindAndTheReferenceSystemOfEachCollection() throws SQLException {
        store.create(declaration("hubs", GeometryKind.POINT, property("name", PropertyType.STRING)));
        store.create(declaration("units", GeometryKind.MULTI_POLYGON));
        String sql = "select type || ' ' || srid from geometry_columns where f_table_schema = '" + schema.name() + "' and f_table_name = ";
        assertThat(schema.ask(sql + "'c_hubs'")).isEqualTo("POINT 4326");
        assertThat(schema.ask(sql + "'c_units'")).isEqualTo("GEOMETRY 4326");
    }
}
