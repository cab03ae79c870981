package org.tongcheng.planning;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.geometry.Geodesy;

/**
 * How people lie within units, by the grids that users have loaded: collections of their own whose declaration has a property
 * {@code population}, with or without a year at its end, that can be summed. Cells are polygons or points. A grid only says where in a
 * unit its people are; how many they are the census says (dasymetric mapping: Wright, A method of mapping densities of population,
 * 1936), so that a figure by a grid never leaves the bounds by whole units.
 *
 * <p>Threads: safe for many. Of one state of the records.
 */
public final class PeopleGrids {

    /** A grid whose people in a unit are so many times more or fewer than the census's is of other people, or covers it in part. */
    private static final double MOST_TIMES = 2;

    private static final int MOST_CELLS_KEPT = 500_000;
    private static final Pattern PEOPLE = Pattern.compile("population(_\\d{4})?");

    private final Records records;
    private final List<Layer> layers;
    private final LoadingCache<Key, List<Grid>> kept = Caffeine.newBuilder().maximumWeight(MOST_CELLS_KEPT)
            .weigher((Key key, List<Grid> grids) -> 1 + grids.stream().mapToInt(g -> g.cells().size()).sum()).build(this::read);

    private record Layer(String collection, String property) {}

    private record Key(String adcode, AsOf asOf) {}

    /**
     * A cell's part of a unit, or a point in it.
     *
     * @param squareMetres 0 of a point
     */
    public record Cell(String id, long revision, Geometry land, double squareMetres, double people) {}

    /**
     * A collection's cells in a unit.
     *
     * @param people in all of them
     */
    public record Grid(String collection, List<Cell> cells, double people) {

        /** The share of its people who are in a geometry. */
        public double share(PreparedGeometry within) {
            double inside = 0;
            for (Cell cell : cells) {
                if (within.covers(cell.land())) {
                    inside += cell.people();
                } else if (cell.squareMetres() > 0 && within.intersects(cell.land())) {
                    inside += cell.people() * Geodesy.areaSquareMetres(common(within.getGeometry(), cell.land())) / cell.squareMetres();
                }
            }
            return Math.min(1, inside / people);
        }

        /** Whether as many people are in it as the census counts, about. */
        public boolean agrees(long census) {
            return people <= census * MOST_TIMES && census <= people * MOST_TIMES;
        }

        public void use(Used.Gathering used) {
            cells.forEach(cell -> used.add(collection, cell.id(), cell.revision()));
        }
    }

    public PeopleGrids(Records records) {
        this.records = records;
        this.layers = records.collections().stream().filter(c -> !Collections.ALL.contains(c.id())).flatMap(c -> layer(c).stream()).toList();
    }

    /** Of several years the latest. */
    private static Optional<Layer> layer(CollectionDeclaration collection) {
        return collection.properties().stream().filter(p -> PEOPLE.matcher(p.name()).matches() && "sum".equals(p.aggregate()))
                .max(Comparator.comparing(PropertyDeclaration::name)).map(p -> new Layer(collection.id(), p.name()));
    }

    /**
     * Of the grids with people in a unit whose people are known the finest that agrees with the census about how many they are.
     *
     * @param off takes what is to be told of those that do not
     */
    public Optional<Grid> finest(Unit unit, AsOf asOf, Collection<String> off) {
        for (Grid grid : of(unit, asOf)) {
            if (grid.agrees(unit.population())) {
                return Optional.of(grid);
            }
            off.add(unit.adcode() + " in " + grid.collection() + " (" + Math.round(grid.people()) + ", census " + unit.population() + ")");
        }
        return Optional.empty();
    }

    /** The grids with people in a unit, the one with most cells there first. */
    public List<Grid> of(Unit unit, AsOf asOf) {
        return layers.isEmpty() ? List.of() : kept.get(new Key(unit.adcode(), asOf));
    }

    private List<Grid> read(Key key) {
        List<Grid> grids = new ArrayList<>();
        for (Layer layer : layers) {
            Grid grid = read(layer, key);
            if (grid.people() > 0) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparingInt((Grid g) -> g.cells().size()).reversed().thenComparing(Grid::collection));
        return grids;
    }

    private Grid read(Layer layer, Key key) {
        Geometry outline = records.findUnit(key.adcode()).orElseThrow().geometry();
        PreparedGeometry land = PreparedGeometryFactory.prepare(outline);
        List<Cell> cells = new ArrayList<>();
        for (StoredFeature stored : records.around(layer.collection(), outline.getEnvelopeInternal(), 0, key.asOf())) {
            Geometry whole = stored.feature().geometry();
            Double people = new Values(stored.feature()).number(layer.property());
            if (people != null && people > 0 && (whole instanceof Polygonal || whole instanceof Puntal) && land.intersects(whole)) {
                cells.add(cell(stored, whole, people, land));
            }
        }
        return new Grid(layer.collection(), cells, cells.stream().mapToDouble(Cell::people).sum());
    }

    private static Cell cell(StoredFeature stored, Geometry whole, double people, PreparedGeometry land) {
        double all = Geodesy.areaSquareMetres(whole);
        if (all == 0 || land.covers(whole)) {
            return new Cell(stored.feature().id(), stored.revision(), whole, all, people);
        }
        Geometry part = common(land.getGeometry(), whole);
        double inside = Geodesy.areaSquareMetres(part);
        return new Cell(stored.feature().id(), stored.revision(), part, inside, people * inside / all);
    }

    private static Geometry common(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
    }
}
