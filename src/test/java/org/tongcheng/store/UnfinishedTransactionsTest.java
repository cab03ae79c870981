package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Write;

/** A process that dies in the middle of a transaction whose changes of a spatial index are already in the file. */
class UnfinishedTransactionsTest extends StoreFixture {

    private static final int STOOD = 100;

    private TemporaryFile file;

    @Override
    StoreSettings fresh() throws IOException {
        file = new TemporaryFile();
        return file.settings();
    }

    @Override
    void discard(StoreSettings settings) throws IOException {
        file.delete();
    }

    /** Puts rows into a table, sees to it that they reach the file, and dies before they are committed. */
    static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection writing = DriverManager.getConnection(arguments[0], "sa", "");
                    Connection other = DriverManager.getConnection(arguments[0], "sa", "")) {
                writing.setAutoCommit(false);
                try (Statement insert = writing.createStatement(); Statement flush = other.createStatement()) {
                    for (int i = 0; i < 200; i++) {
                        insert.execute("insert into \"c_parcels\" (\"fid\", \"id\", \"revision\", \"geom\") values (" + (10_000 + i)
                                + ", 'torn-" + i + "', 1, 'SRID=4326;POINT (" + i % 90 + " 1)')");
                    }
                    flush.execute("checkpoint sync");
                }
                Runtime.getRuntime().halt(9);
            }
        }
    }

    @Test
    void areRolledBackAlthoughH2CannotOpenTheFile() throws Exception {
        store.create(PARCELS);
        store.write(IntStream.range(0, STOOD).mapToObj(i -> (Write) new Write.Create("parcels", feature("p" + i, point(i, 1)))).toList());
        store.close();
        String url = Stores.h2Url(settings.url());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Dying.class.getName(), url).inheritIO().start();
        assertThat(process.waitFor()).isEqualTo(9);

        assertThatThrownBy(() -> DriverManager.getConnection(url, "sa", "").close())
                .as("H2 opens the file itself: this class is no longer needed")
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(UnfinishedTransactions.keepClosed(e)).isTrue());
        FeatureStore reopened = another();
        assertThat(all(reopened, "parcels")).hasSize(STOOD);
        Query query = Query.ALL.withAreas(List.of(box(-1, 0, 200, 2)));
        assertThat(reopened.count("parcels", query)).isEqualTo(STOOD);
        assertThat(((SqlFeatureStore) reopened).plan("parcels", query, Page.first(10)))
                .contains(Names.index(Names.table("parcels"), "geom").replace("\"", ""));
        reopened.write(List.of(new Write.Create("parcels", feature("after", point(1, 1)))));
        assertThat(reopened.count("parcels", query)).isEqualTo(STOOD + 1);
    }
}
