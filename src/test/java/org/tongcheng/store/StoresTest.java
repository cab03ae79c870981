package org.tongcheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongcheng.catalog.FeatureStore;

/** Opening stores, and the names and URLs made for them. */
class StoresTest {

    @Test
    void anH2UrlGetsAnAbsolutePathAndWhatTheStoreNeeds() {
        String here = Path.of("var/tongcheng").toAbsolutePath().toString();
        assertThat(Stores.h2Url("jdbc:h2:file:./var/tongcheng"))
                .isEqualTo("jdbc:h2:file:" + here + ";AUTO_SERVER=TRUE;LAZY_QUERY_EXECUTION=1;LOCK_TIMEOUT=600000;WRITE_DELAY=600000");
        assertThat(Stores.h2Url("jdbc:h2:file:/x/y;auto_server=false;LOCK_TIMEOUT=5"))
                .isEqualTo("jdbc:h2:file:/x/y;auto_server=false;LOCK_TIMEOUT=5;LAZY_QUERY_EXECUTION=1;WRITE_DELAY=600000");
        assertThat(Stores.h2Url("jdbc:h2:file:~/tongcheng")).startsWith("jdbc:h2:file:~/tongcheng;");
    }

    @Test
    void otherDatabasesAndTooSmallPoolsAreRefused() {
        assertThatThrownBy(() -> StoreSettings.of("jdbc:mysql://x")).hasMessageContaining("jdbc:mysql://x").hasMessageContaining("jdbc:h2:");
        assertThatThrownBy(() -> new StoreSettings("jdbc:h2:file:/x", null, null, 3)).hasMessageContaining("not 3");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Stores.open(StoreSettings.of("jdbc:postgresql://127.0.0.1:1/nothing?user=u&password=secret")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/nothing")
                .hasMessageNotContaining("secret");
    }

    /** What takes a second is done once in the life of a file. */
    @Test
    void theSecondOpeningIsNoFirstOne() throws IOException {
        TemporaryFile file = new TemporaryFile();
        try {
            Stores.open(file.settings()).close();
            try (FeatureStore again = Stores.open(file.settings())) {
                assertThat(again.collections()).isEmpty();
                assertThat(again.version(List.of())).isZero();
            }
        } finally {
            file.delete();
        }
    }

    @Test
    void namesAreShortPlainAndDistinct() {
        List<String> names = new ArrayList<>(List.of("id", "geom", "x_id_0", "name", "Name", "n ame", "n-ame", "\"", "", "区", "区 ", "select"));
        Stream.of("a".repeat(60), "a".repeat(59) + "b", "面".repeat(60), "面".repeat(59) + "积").forEach(names::add);
        Set<String> columns = names.stream().map(Names::column).collect(Collectors.toSet());
        assertThat(columns).hasSameSizeAs(names).allMatch(column -> column.matches("\"[a-z_][a-z0-9_]{0,62}\""));
        assertThat(columns).doesNotContainAnyElementsOf(Names.FIXED.stream().map(fixed -> '"' + fixed + '"').toList());
        assertThat(Names.column("name")).isEqualTo("\"name\"");
        assertThat(Names.table("a".repeat(60))).hasSize(64);
        assertThat(Names.table("red-lines")).isEqualTo("\"c_red_lines\"");
    }
}
