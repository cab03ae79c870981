package org.tongcheng.planning.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Collections;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.Unit;

/** Adds up one indicator over the members of areas, each place once. Of one thread. */
final class Reckoning {

    private final Records records;
    private final UnitValues values;
    private final Indicator.Edition edition;

    /** What a member brings in, or why it brings nothing. */
    private record Share(Number value, String from, Double weight, String fault) {
        boolean known() {
            return fault == null;
        }
    }

    Reckoning(Records records, UnitValues values, Indicator.Edition edition) {
        this.records = records;
        this.values = values;
        this.edition = edition;
    }

    Figure of(Area area) {
        Map<String, Member> members = new LinkedHashMap<>();
        area.members().forEach(m -> members.putIfAbsent(m.adcode(), m));
        Map<String, Share> shares = new LinkedHashMap<>();
        members.values().forEach(m -> shares.put(m.adcode(), share(m)));
        List<Figure.MemberFigure> figures = new ArrayList<>();
        List<Figure.Missing> missing = new ArrayList<>();
        List<Figure.CountedOnce> once = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        Map<String, Share> counted = new LinkedHashMap<>();
        List<Member> places = new ArrayList<>();
        for (Member m : members.values()) {
            Share share = shares.get(m.adcode());
            Optional<String> holder = holder(m, members);
            boolean held = holder.isPresent() && (shares.get(holder.get()).known() || !share.known());
            boolean counts = !held && share.known();
            figures.add(new Figure.MemberFigure(m.adcode(), m.name(), m.part(), share.value(), counts, share.from(), share.weight()));
            if (held) {
                once.add(new Figure.CountedOnce(m.adcode(), m.name(), holder.get()));
            } else if (!share.known()) {
                missing.add(new Figure.Missing(m.adcode(), m.name(), share.fault()));
            }
            if (holder.isEmpty()) {
                places.add(m);
            }
            if (counts) {
                counted.put(m.adcode(), share);
                if (!m.extentKnown()) {
                    upper.add(m.name());
                }
            }
        }
        List<Share> values = List.copyOf(counted.values());
        return new Figure(Collections.AREAS + "/" + area.id(), area.name(), value(values), bound(values, missing, upper),
                completeness(places, counted.keySet()), figures, missing, once, upper);
    }

    /** The outermost other member that holds it, whether the area's record says so or the units' parents do. */
    private Optional<String> holder(Member member, Map<String, Member> members) {
        String holder = null;
        Set<String> seen = new HashSet<>(Set.of(member.adcode()));
        String above = above(member.adcode(), member);
        while (above != null && seen.add(above)) {
            Member next = members.get(above);
            holder = next != null ? above : holder;
            above = above(above, next);
        }
        return Optional.ofNullable(holder);
    }

    private String above(String adcode, Member member) {
        return member != null && member.containedIn() != null ? member.containedIn()
                : records.findUnit(adcode).map(Unit::parent).orElse(null);
    }

    private Share share(Member member) {
        Optional<Unit> unit = records.findUnit(member.adcode());
        if (unit.isEmpty()) {
            return new Share(null, null, null, "the unit is not on record");
        }
        Share own = share(unit.get());
        return own.value() == null && unit.get().partitioned() ? ofCounties(unit.get(), own) : own;
    }

    private Share share(Unit unit) {
        UnitValues.Value value = values.of(unit, edition);
        if (value.number() == null) {
            return new Share(null, null, null, value.fault());
        }
        if (edition.aggregate().equals(Indicator.SUM)) {
            return new Share(value.number(), "unit", null, null);
        }
        Double weight = weight(unit);
        return new Share(value.number(), "unit", weight,
                weight != null ? null : edition.aggregate().equals(Indicator.MEAN_BY_AREA) ? "its land is unknown, by which it would be weighed"
                        : "its people are unknown, by whom it would be weighed");
    }

    /** The counties of a partitioned prefecture stand for it where each of them has a value. */
    private Share ofCounties(Unit prefecture, Share own) {
        List<Share> counties = records.units().stream()
                .filter(u -> Unit.COUNTY.equals(u.level()) && prefecture.adcode().equals(u.parent())).map(this::share).toList();
        if (counties.isEmpty() || !counties.stream().allMatch(Share::known)) {
            return own;
        }
        boolean sum = edition.aggregate().equals(Indicator.SUM);
        return new Share(value(counties), "counties", sum ? null : Double.valueOf(counties.stream().mapToDouble(Share::weight).sum()), null);
    }

    private Double weight(Unit unit) {
        if (edition.aggregate().equals(Indicator.MEAN_BY_PEOPLE)) {
            return unit.population() == null ? null : Double.valueOf(unit.population());
        }
        return km2(unit);
    }

    private static Double km2(Unit unit) {
        return unit.geometry() == null || unit.geometry().isEmpty() ? null : Double.valueOf(Geodesy.areaSquareMetres(unit.geometry()) / 1e6);
    }

    private Number value(List<Share> shares) {
        if (shares.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        if (edition.aggregate().equals(Indicator.SUM)) {
            for (Share share : shares) {
                sum = sum.add(new BigDecimal(share.value().toString()));
            }
            boolean whole = edition.property().type() == PropertyType.INTEGER && sum.toBigInteger().bitLength() < Long.SIZE;
            return whole ? (Number) sum.longValueExact() : Double.valueOf(sum.doubleValue());
        }
        BigDecimal weights = BigDecimal.ZERO;
        for (Share share : shares) {
            BigDecimal weight = BigDecimal.valueOf(share.weight());
            sum = sum.add(new BigDecimal(share.value().toString()).multiply(weight));
            weights = weights.add(weight);
        }
        return weights.signum() == 0 ? null : Double.valueOf(sum.divide(weights, new MathContext(10)).doubleValue());
    }

    /** A mean is no bound of another mean, and a sum only where nothing that is added can be less than nothing. */
    private String bound(List<Share> counted, List<Figure.Missing> missing, List<String> upper) {
        if (missing.isEmpty() && upper.isEmpty() && !counted.isEmpty()) {
            return Figure.NONE;
        }
        boolean rising = edition.aggregate().equals(Indicator.SUM) && counted.stream().allMatch(s -> s.value().doubleValue() >= 0);
        return counted.isEmpty() || !rising || !missing.isEmpty() && !upper.isEmpty() ? Figure.UNKNOWN
                : missing.isEmpty() ? Figure.UPPER : Figure.LOWER;
    }

    /** @param places the members that no other member holds */
    private Figure.Completeness completeness(List<Member> places, Set<String> counted) {
        int known = (int) places.stream().filter(m -> counted.contains(m.adcode())).count();
        return new Figure.Completeness(places.size(), known, places.isEmpty() ? 0 : rounded((double) known / places.size()),
                known == places.size() ? Double.valueOf(places.isEmpty() ? 0 : 1) : areaShare(places, counted));
    }

    private Double areaShare(List<Member> places, Set<String> counted) {
        Double all = km2(places.stream().map(Member::adcode).toList());
        Double known = km2(counted);
        return all == null || known == null ? null : Double.valueOf(rounded(Math.min(1, known / all)));
    }

    /** Null where the land of one is unknown. */
    private Double km2(Collection<String> units) {
        double sum = 0;
        for (String adcode : units) {
            Double km2 = records.findUnit(adcode).map(Reckoning::km2).orElse(null);
            if (km2 == null) {
                return null;
            }
            sum += km2;
        }
        return sum;
    }

    private static double rounded(double share) {
        return Math.rint(share * 1e6) / 1e6;
    }
}
