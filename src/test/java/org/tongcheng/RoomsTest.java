package org.tongcheng;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rooms in {@code src/docs/architecture.md}, held without exceptions. */
class RoomsTest {

    private static final String ROOT = "org.tongcheng";

    /** Room → the rooms it may use. A room without a row fails. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("geometry", Set.of()),
            Map.entry("catalog", Set.of("geometry")),
            Map.entry("network", Set.of("geometry", "catalog")),
            Map.entry("reach", Set.of("network", "geometry")),
            Map.entry("tiles", Set.of("catalog", "geometry")),
            Map.entry("planning", Set.of("reach", "network", "catalog", "geometry")),
            Map.entry("store", Set.of("catalog", "geometry")),
            Map.entry("exchange", Set.of("catalog", "geometry")),
            Map.entry("publish", Set.of("catalog", "geometry")),
            Map.entry("web", Set.of("geometry", "catalog", "network", "reach", "tiles", "planning", "store", "exchange", "publish")),
            Map.entry("app", Set.of(
                    "geometry", "catalog", "network", "reach", "tiles", "planning", "store", "exchange", "publish", "web")));

    private static final Set<String> WITHOUT_FRAMEWORKS = Set.of("geometry", "catalog", "network", "reach", "tiles");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyClassLivesInARoom() {
        Set<String> rooms = CLASSES.stream().map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsAll(rooms);
    }

    @Test
    void roomsUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((room, allowed) -> noClasses()
                .that().resideInAPackage(ROOT + "." + room + "..")
                .should().dependOnClassesThat(inRoomOtherThan(room, allowed))
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void subPackagesBelongToTheirRoomAlone() {
        MAY_USE.keySet().stream().filter(room -> !room.equals("app")).forEach(room -> noClasses()
                .that().resideInAnyPackage(othersThan(room))
                .should().dependOnClassesThat().resideInAPackage(ROOT + "." + room + ".*..")
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void roomsAndPackagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void lowerTiersKnowNoSpringNoSqlNoJson() {
        WITHOUT_FRAMEWORKS.forEach(room -> noClasses()
                .that().resideInAPackage(ROOT + "." + room + "..")
                .should().dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "tools.jackson..", "com.fasterxml.jackson..",
                        "jakarta.servlet.."))
                .allowEmptyShould(true)
                .check(CLASSES));
    }

    @Test
    void sqlLivesInStoreSpringMvcInWebGeoToolsInGeometry() {
        only("store", "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.flywaydb..");
        only("web", "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..", "org.apache.catalina..");
        only("geometry", "org.geotools..", "org.opengis..", "si.uom..", "tech.units..", "javax.measure..");
    }

    /** The jar that carries GeoTools also carries copies of other libraries; nobody may use those by accident. */
    @Test
    void noRoomUsesTheLibrariesThatTravelInsideTheGeoToolsJar() {
        noClasses()
                .should().dependOnClassesThat(resideInAnyPackage(
                        "com.google.common..", "it.geosolutions..", "org.ejml..", "org.apache.commons.pool..", "org.hsqldb.."))
                .check(CLASSES);
    }

    @Test
    void noJavaFileIsLongerThan400Lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> lines(f) > 400)
                    .map(Path::toString)
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void everyPackageSaysWhatItIs() {
        classes()
                .that(new DescribedPredicate<JavaClass>("are classes of a package without package-info") {
                    @Override
                    public boolean test(JavaClass c) {
                        return !Files.exists(Path.of("src/main/java", c.getPackageName().replace('.', '/'), "package-info.java"));
                    }
                })
                .should().haveSimpleName("nothing of that kind")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static void only(String room, String... packages) {
        noClasses()
                .that().resideOutsideOfPackages(ROOT + "." + room + "..", ROOT + ".app..")
                .should().dependOnClassesThat(resideInAnyPackage(packages))
                .check(CLASSES);
    }

    private static String[] othersThan(String room) {
        return MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !other.equals("app"))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> inRoomOtherThan(String room, Set<String> allowed) {
        return new DescribedPredicate<>("in a room that '" + room + "' may not use") {
            @Override
            public boolean test(JavaClass c) {
                return c.getPackageName().startsWith(ROOT) && !room(c).equals(room) && !allowed.contains(room(c));
            }
        };
    }

    private static String room(JavaClass c) {
        String[] parts = c.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
