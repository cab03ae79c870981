package org.tongcheng.planning.connectivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.network.Corridor;
import org.tongcheng.network.LineStop;
import org.tongcheng.network.Network;
import org.tongcheng.network.Segment;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Area;
import org.tongcheng.reach.TravelTimes;

/** Puts what was found into the answer. Of one thread. */
final class Writing {

    private static final String JOURNEYS = "everybody of a member goes once to the seat of another, drawn by its people";

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Area area;
    private final Network network;
    private final Links links;
    private final Seats seats;
    private final Duration limit;

    Writing(Area area, Network network, Links links, Duration limit) {
        this.network = network;
        this.area = area;
        this.links = links;
        this.seats = links.seats();
        this.limit = limit;
    }

    /** Those that any shortest way rides, in the order of the network. */
    List<Corridor> corridorsRidden() {
        TreeSet<String> ids = new TreeSet<>();
        links.rows().forEach(row -> row.corridors().forEach(ids::addAll));
        return network.corridors().stream().filter(c -> ids.contains(c.id())).toList();
    }

    ConnectivityAnswer answer(AnswerHeader header, Losses.Found found, StopGraph graph) {
        List<ConnectivityAnswer.Pair> pairs = pairs();
        List<ConnectivityAnswer.Pair> leftOut = pairs.stream().filter(p -> !p.within())
                .sorted(Comparator.comparingInt(Writing::slower)).toList();
        List<ConnectivityAnswer.TrackLoss> losses = found.tried().stream().map(this::loss).toList();
        List<StopGraph.CutLink> cutLinks = graph.cutLinks();
        List<StopGraph.CutStop> cutStops = graph.cutStops();
        ConnectivityAnswer.Body body = new ConnectivityAnswer.Body(coreShare(), pairShare(pairs, true), pairShare(pairs, false), area.id(),
                (int) limit.toMinutes(), seats.people(), area.cores(), members(), seconds(), pairs, leftOut,
                losses.isEmpty() ? null : losses.get(0),
                new ConnectivityAnswer.Tried(found.candidates(), losses.size(), found.surely(), JOURNEYS),
                new ConnectivityAnswer.Graph(graph.components(), cutLinks.size(), cutStops.size()));
        List<AnswerFeature> features = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            features.add(new AnswerFeature("loss-" + (i + 1), links.tracks().named(found.tried().get(i).track()).course(), losses.get(i)));
        }
        for (StopGraph.CutLink cut : cutLinks) {
            features.add(new AnswerFeature("cut-link-" + cut.track(), links.tracks().named(cut.track()).course(), cutLink(cut)));
        }
        for (StopGraph.CutStop cut : cutStops) {
            features.add(new AnswerFeature("cut-stop-" + cut.stops().get(0).stop().id(), cut.at(), cutStop(cut)));
        }
        body.members().forEach(m -> features.add(new AnswerFeature("member-" + m.id(), POINTS.createPoint(new Coordinate(m.point())),
                new ConnectivityAnswer.MemberAt("member", m.id(), m.name(), m.population(), m.nearCore()))));
        return new ConnectivityAnswer(header, body, features);
    }

    private double coreShare() {
        long near = 0;
        for (int i = 0; i < seats.members(); i++) {
            near += seats.all().get(i).counts() && links.nearCore(i, limit) ? seats.all().get(i).people() : 0;
        }
        return share(near, seats.people());
    }

    private double pairShare(List<ConnectivityAnswer.Pair> pairs, boolean byPeople) {
        double within = 0;
        double all = 0;
        for (ConnectivityAnswer.Pair pair : pairs) {
            double weight = byPeople ? (double) people(pair.from()) * people(pair.to()) : 1;
            within += pair.within() ? weight : 0;
            all += weight;
        }
        return share(within, all);
    }

    private long people(String adcode) {
        return seats.all().stream().filter(s -> s.unit().adcode().equals(adcode)).findFirst().orElseThrow().people();
    }

    /** In six decimals; 0 of nothing. */
    private static double share(double part, double whole) {
        return whole == 0 ? 0 : AnswerNumbers.rounded(part / whole, 6);
    }

    private List<ConnectivityAnswer.MemberSeat> members() {
        List<ConnectivityAnswer.MemberSeat> members = new ArrayList<>();
        for (int i = 0; i < seats.members(); i++) {
            Seat seat = seats.all().get(i);
            members.add(new ConnectivityAnswer.MemberSeat(seat.unit().adcode(), seat.unit().name(), seat.origin().points().get(0).at(),
                    seat.origin().points().get(0).rule(), seat.unit().population(), seat.counts(), seat.containedIn(), seat.core(),
                    links.nearCore(i, limit)));
        }
        return members;
    }

    private List<List<Integer>> seconds() {
        List<List<Integer>> seconds = new ArrayList<>();
        for (int i = 0; i < seats.members(); i++) {
            List<Integer> row = new ArrayList<>();
            for (int j = 0; j < seats.members(); j++) {
                row.add(TravelTimes.secondsIfReached(links.millis(i, j)));
            }
            seconds.add(row);
        }
        return seconds;
    }

    private List<ConnectivityAnswer.Pair> pairs() {
        List<ConnectivityAnswer.Pair> pairs = new ArrayList<>();
        new Journeys(seats).each((i, j) -> {
            if (i < j) {
                pairs.add(new ConnectivityAnswer.Pair(seats.all().get(i).unit().adcode(), seats.all().get(j).unit().adcode(),
                        links.within(i, j, limit) && links.within(j, i, limit), TravelTimes.secondsIfReached(links.millis(i, j)),
                        TravelTimes.secondsIfReached(links.millis(j, i)), links.rows().get(i).corridors().get(j), links.rows().get(j).corridors().get(i)));
            }
        });
        return pairs;
    }

    private static int slower(ConnectivityAnswer.Pair pair) {
        return pair.seconds() == null || pair.secondsBack() == null ? Integer.MAX_VALUE : Math.max(pair.seconds(), pair.secondsBack());
    }

    private ConnectivityAnswer.TrackLoss loss(Loss loss) {
        Segment segment = links.tracks().named(loss.track());
        Corridor corridor = segment.corridor();
        double kilometres = Math.round(Geodesy.lengthMetres(segment.course())) / 1000.0;
        return new ConnectivityAnswer.TrackLoss("loss", corridor.id(), corridor.name(), corridor.mode().label(), end(segment.from()),
                end(segment.to()), kilometres, sameTrack(loss.track()), Math.round(loss.personMinutes()), Math.round(loss.peopleCut()),
                loss.pairsUsing(), loss.pairsSlower(), loss.pairsLost(), loss.pairsCut());
    }

    private ConnectivityAnswer.CutLink cutLink(StopGraph.CutLink cut) {
        Segment segment = links.tracks().named(cut.track());
        Corridor corridor = segment.corridor();
        return new ConnectivityAnswer.CutLink("cut-link", corridor.id(), corridor.name(), corridor.mode().label(), end(segment.from()),
                end(segment.to()), sameTrack(cut.track()), cut.cutsOff());
    }

    private ConnectivityAnswer.CutStop cutStop(StopGraph.CutStop cut) {
        TreeSet<String> corridors = new TreeSet<>();
        cut.stops().forEach(s -> corridors.add(network.corridors().get(s.corridor()).id()));
        String name = cut.stops().stream().map(s -> s.stop().name()).filter(n -> n != null).findFirst().orElse(null);
        return new ConnectivityAnswer.CutStop("cut-stop", cut.stops().stream().map(s -> s.stop().id()).distinct().toList(), name,
                List.copyOf(corridors), cut.cutsOff());
    }

    private List<String> sameTrack(int track) {
        String named = links.tracks().named(track).corridor().id();
        return links.tracks().segments(track).stream().map(s -> s.corridor().id()).filter(id -> !id.equals(named)).distinct().toList();
    }

    private static ConnectivityAnswer.End end(LineStop stop) {
        return new ConnectivityAnswer.End(stop.stop().id(), stop.stop().name());
    }
}
