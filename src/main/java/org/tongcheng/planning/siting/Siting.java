package org.tongcheng.planning.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Network;
import org.tongcheng.network.Networks;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.LongQuestion;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.Pieces;
import org.tongcheng.planning.ProposedSite;
import org.tongcheng.planning.ProposedSites;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Travel;
import org.tongcheng.planning.Unit;
import org.tongcheng.planning.Used;

/** May these sites stand here? */
public final class Siting implements LongQuestion {

    static final String SITE_NAME = "site";

    /** Worked out together; some tenths of a second. */
    private static final int SITES_A_PIECE = 10;

    /** Between two tellings of how far the work is. */
    private static final int PIECES_A_WAVE = 4;

    private final SitingRules rules;
    private final Networks networks;
    private final Parameter<ProposedSites> site;
    private final Layer land = Layer.ofUnits(List.of(Unit.PREFECTURE, Unit.COUNTY, Unit.COUNTY_DIRECT));

    /** @param form how sites are written; reads only kinds that the rules know */
    public Siting(SitingRules rules, Networks networks, Form<ProposedSites> form) {
        this.rules = rules;
        this.networks = networks;
        this.site = Parameter.optional(SITE_NAME, form, "The sites, each with its kind: one Feature, or a FeatureCollection.").required();
    }

    @Override
    public String name() {
        return "siting";
    }

    @Override
    public Text title() {
        return new Text("选址", "Siting");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(site);
    }

    /** What came of one site. */
    private record Done(Verdict verdict, List<LayerFeature> rests) {}

    @Override
    public Answer answer(Asked asked, Records records, Pieces pieces) {
        ProposedSites sites = asked.get(site);
        Circumstances c = asked.circumstances();
        List<String> warnings = new ArrayList<>();
        Map<String, Network> travelled = pieces.one(() -> networks(sites, c, records, warnings));
        Surroundings around = new Surroundings(records, c.asOf(), new Journeys(records, c.asOf(), travelled));
        List<Done> done = work(sites.sites(), c, around, pieces);
        List<Verdict> verdicts = done.stream().map(Done::verdict).toList();
        List<AnswerFeature> features = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            features.add(new AnswerFeature(verdicts.get(i).site(), sites.sites().get(i).geometry(), verdicts.get(i)));
        }
        List<Layer> layers = asked(sites, c).stream().map(rule -> rule.test().layer()).distinct().toList();
        Notes notes = new Notes(sites, verdicts, layers);
        notes.warn(warnings);
        List<LayerFeature> rests = done.stream().flatMap(d -> d.rests().stream()).toList();
        List<String> assumed = notes.assumed(rests);
        travelled.values().forEach(network -> assumed.addAll(Travel.assumed(network)));
        Network first = travelled.values().stream().findFirst().orElse(null);
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), first == null ? null : first.profile().id(),
                notes.definition(asked, rules.rules().size()), first == null ? StreetsUsed.NONE : Travel.streets(first),
                used(rests, travelled, records).used(c.explain()), assumed.stream().distinct().toList(), warnings.stream().distinct().toList());
        return new SitingAnswer(header, sites.single() ? verdicts.get(0) : Batch.of(verdicts),
                layers.stream().map(LayerNote::of).toList(), features);
    }

    private static Used.Gathering used(List<LayerFeature> rests, Map<String, Network> travelled, Records records) {
        Used.Gathering used = new Used.Gathering();
        rests.forEach(f -> used.add(f.ref().collection(), f.ref().id(), f.stored().revision()));
        travelled.values().forEach(network -> network.corridors().forEach(corridor -> records.corridors().use(corridor, used)));
        return used;
    }

    /** The rules that some site falls under. */
    private List<SitingRule> asked(ProposedSites sites, Circumstances c) {
        List<SiteKind> kinds = sites.sites().stream().map(s -> rules.kinds().get(s.kind())).distinct().toList();
        return rules.rules().stream().filter(rule -> kinds.stream().anyMatch(kind -> rule.isFor(kind, c.asOf().date()))).toList();
    }

    /** By profile, those that rules travel by. */
    private Map<String, Network> networks(ProposedSites sites, Circumstances c, Records records, List<String> warnings) {
        Map<String, Network> travelled = new LinkedHashMap<>();
        for (SitingRule rule : asked(sites, c)) {
            if (rule.test() instanceof Minutes minutes && minutes.layer().from().stream().anyMatch(choice -> !records.isEmpty(choice.collection()))) {
                travelled.computeIfAbsent(minutes.profile(), profile -> {
                    Travel travel = new Travel(networks, records, c.withProfile(profile), warnings);
                    travel.warnOfRecords();
                    Network network = travel.network(c.asOf());
                    travel.warnOfIdle(network);
                    return network;
                });
            }
        }
        return travelled;
    }

    private List<Done> work(List<ProposedSite> sites, Circumstances c, Surroundings around, Pieces pieces) {
        List<Done> done = new ArrayList<>();
        int wave = SITES_A_PIECE * PIECES_A_WAVE;
        for (int from = 0; from < sites.size(); from += wave) {
            List<Supplier<List<Done>>> work = new ArrayList<>();
            for (int at = from; at < Math.min(from + wave, sites.size()); at += SITES_A_PIECE) {
                List<ProposedSite> some = sites.subList(at, Math.min(at + SITES_A_PIECE, sites.size()));
                work.add(() -> some.stream().map(s -> done(s, c, around)).toList());
            }
            pieces.work(work).forEach(done::addAll);
            pieces.progress((double) done.size() / sites.size());
        }
        return done;
    }

    private Done done(ProposedSite given, Circumstances c, Surroundings around) {
        SiteKind kind = rules.kinds().get(given.kind());
        List<SitingRule> asked = rules.rules().stream().filter(rule -> rule.isFor(kind, c.asOf().date())).toList();
        Judged judged = Judged.of(given, asked, around);
        Shift shift = judged.verdict().equals(Verdict.CONFLICT) ? new ShiftSearch(judged, around, land).search() : null;
        return new Done(judged.withShift(shift), judged.findings().stream().flatMap(f -> f.rests().stream()).toList());
    }
}
