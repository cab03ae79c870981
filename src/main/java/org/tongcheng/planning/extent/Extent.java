package org.tongcheng.planning.extent;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.FeatureRef;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** How large is this? Of one feature, or of every area where none is named. */
public final class Extent implements PlanningQuestion {

    static final Parameter<FeatureRef> FEATURE = Parameter.optional("feature", Form.FEATURE,
            "The area, unit or other feature with polygons to measure; every area where it is left out.");

    private final LoadingCache<Records, Measuring> measuring = Caffeine.newBuilder().weakKeys().build(Measuring::new);

    /** What a reader must know, and what the figures rest on, gathered on the way. */
    private record Notes(List<String> warnings, Used.Gathering used) {}

    @Override
    public String name() {
        return "extent";
    }

    @Override
    public Text title() {
        return new Text("范围与面积", "Extent");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FEATURE);
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Optional<FeatureRef> feature = asked.find(FEATURE);
        return feature.isPresent() ? one(asked, records, feature.get()) : all(asked, records);
    }

    private Answer all(Asked asked, Records records) {
        Notes notes = new Notes(new ArrayList<>(), new Used.Gathering());
        List<Measured> extents = new ArrayList<>();
        List<AnswerFeature> drawn = new ArrayList<>();
        for (Area area : records.areas()) {
            Optional<Measured> measured = measuring.get(records).area(area);
            if (measured.isEmpty()) {
                notes.warnings().add(area.id() + " has no outline and no member that has one: left out");
                continue;
            }
            extents.add(measured.get());
            note(area, measured.get(), records, notes);
            drawn.add(drawing(measured.get(), records.outline(area).geometry()));
        }
        Text definition = new Text(
                "各规划区域的面积：成员行政区合并后（重叠处只计一次）在CGCS2000椭球面上的面积，边线按经纬度为直线。",
                "The area of each planning area: of its members' units united, each place once, on the CGCS2000 ellipsoid, "
                        + "edges straight in longitude and latitude.");
        return new ExtentsAnswer(header(asked, definition, notes), extents, drawn);
    }

    private Answer one(Asked asked, Records records, FeatureRef ref) {
        StoredFeature stored = records.get(ref, FEATURE.name(), FEATURE.form());
        Notes notes = new Notes(new ArrayList<>(), new Used.Gathering());
        Geometry geometry = stored.feature().geometry();
        Measured measured;
        if (ref.collection().equals(Collections.AREAS)) {
            Area area = records.findArea(ref.id()).orElseThrow();
            measured = measuring.get(records).area(area).orElseThrow(() -> noPolygon(ref));
            geometry = records.outline(area).geometry();
            note(area, measured, records, notes);
        } else {
            if (!Measuring.hasPolygon(geometry)) {
                throw noPolygon(ref);
            }
            measured = measureOther(ref, stored, records);
            notes.used().add(ref.collection(), ref.id(), stored.revision());
            noteOther(measured, stored, asked, notes);
        }
        noteOverlaps(measured, records, notes);
        noteNeighbours(measured, records, notes);
        return new ExtentAnswer(header(asked, definition(measured), notes), measured, List.of(drawing(measured, geometry)));
    }

    private Measured measureOther(FeatureRef ref, StoredFeature stored, Records records) {
        Optional<Unit> unit = ref.collection().equals(Collections.UNITS) ? records.findUnit(ref.id()) : Optional.empty();
        return unit.isPresent()
                ? measuring.get(records).unit(unit.get())
                : measuring.get(records).feature(ref.toString(), stored);
    }

    private static BadParameter noPolygon(FeatureRef ref) {
        return new BadParameter(FEATURE.name(), ref.toString(), "a feature with polygons", "'" + ref + "' has no polygon");
    }

    private static Text definition(Measured m) {
        return m.members().isEmpty()
                ? new Text(
                        m.name().zh() + "的面积：其轮廓在CGCS2000椭球面上的面积，边线按经纬度为直线。",
                        "The area of " + m.name().en() + ": of its outline on the CGCS2000 ellipsoid, edges straight in "
                                + "longitude and latitude.")
                : new Text(
                        m.name().zh() + "的面积：成员行政区合并后（重叠处只计一次）在CGCS2000椭球面上的面积，边线按经纬度为直线。",
                        "The area of " + m.name().en() + ": of its members' units united, each place once, on the CGCS2000 "
                                + "ellipsoid, edges straight in longitude and latitude.");
    }

    private static void note(Area area, Measured measured, Records records, Notes notes) {
        notes.used().add(Collections.AREAS, area.id(), area.revision());
        List<Unit> units = records.outline(area).units();
        units.forEach(u -> notes.used().add(Collections.UNITS, u.adcode(), u.revision()));
        for (Measured.UnresolvedMember member : measured.unresolvedMembers()) {
            notes.warnings().add(area.id() + ": " + member.adcode() + " " + member.name() + " " + switch (member.reason()) {
                case Unresolved.UNIT_MISSING -> "is a member, but its outline is missing: the area is a lower bound";
                case Unresolved.MEMBERSHIP_DOUBTFUL -> "may be a member (" + member.basis() + "): not in the area";
                default -> member.inGeometry()
                        ? "takes part to an unknown extent and is measured whole: the area is an upper bound"
                        : "takes part to an unknown extent and is not in the area";
            });
        }
        long modelled = units.stream().filter(u -> "modelled".equals(u.method())).count();
        if (modelled > 0) {
            notes.warnings().add(area.id() + ": " + modelled + " of " + units.size()
                    + " units are modelled from their official areas: they are no evidence for those areas");
        }
    }

    private static void noteOther(Measured measured, StoredFeature stored, Asked asked, Notes notes) {
        if (!stored.existence().existsAt(asked.circumstances().asOf())) {
            notes.warnings().add(measured.feature() + " does not exist on " + asked.circumstances().asOf().date()
                    + " in the scenario " + asked.circumstances().asOf().scenario().label());
        }
        if ("modelled".equals(stored.feature().text("method"))) {
            notes.warnings().add(measured.feature()
                    + " is modelled from a stated area: its measured area is no evidence for that figure");
        }
    }

    private static void noteOverlaps(Measured measured, Records records, Notes notes) {
        for (Measured.Overlap overlap : measured.overlaps()) {
            Area other = records.findArea(FeatureRef.of(overlap.feature()).id()).orElseThrow();
            notes.used().add(Collections.AREAS, other.id(), other.revision());
            records.outline(other).units().forEach(u -> notes.used().add(Collections.UNITS, u.adcode(), u.revision()));
        }
    }

    private static void noteNeighbours(Measured measured, Records records, Notes notes) {
        for (Neighbours.Neighbour neighbour : measured.neighbours()) {
            Area other = records.findArea(FeatureRef.of(neighbour.feature()).id()).orElseThrow();
            notes.used().add(Collections.AREAS, other.id(), other.revision());
            records.outline(other).units().forEach(u -> notes.used().add(Collections.UNITS, u.adcode(), u.revision()));
        }
    }

    private static AnswerFeature drawing(Measured measured, Geometry geometry) {
        return new AnswerFeature(measured.feature(), geometry, measured.name());
    }

    private static AnswerHeader header(Asked asked, Text definition, Notes notes) {
        return new AnswerHeader(
                asked.circumstances().asOf().date(),
                asked.circumstances().asOf().scenario().label(),
                null,
                definition,
                StreetsUsed.NONE,
                notes.used().used(asked.circumstances().explain()),
                List.of(),
                notes.warnings());
    }
}
