package org.tongcheng.planning.siting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;
import org.tongcheng.planning.Answer;
import org.tongcheng.planning.AnswerFeature;
import org.tongcheng.planning.AnswerHeader;
import org.tongcheng.planning.AnswerNumbers;
import org.tongcheng.planning.Asked;
import org.tongcheng.planning.Circumstances;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Records;
import org.tongcheng.planning.StreetsUsed;
import org.tongcheng.planning.Table;
import org.tongcheng.planning.Used;
import org.tongcheng.planning.rules.FeatureChoice;

/** Which kinds of sites, layers and rules are there, and which layers are loaded? */
public final class RuleList implements PlanningQuestion {

    private static final Text DEFINITION = new Text("选址规则：各类场地、各条规则所问的图层及其是否已加载、规则的理由与依据。",
            "The rules for siting: the kinds of sites, the layers that rules ask about and whether they are loaded, each rule's reason and basis.");

    private final SitingRules rules;

    public RuleList(SitingRules rules) {
        this.rules = rules;
    }

    /**
     * @param id          as checks name it
     * @param title       what it is called
     * @param collections into which it is loaded
     * @param loaded      whether any of them holds features
     * @param complete    whether it holds all of its kind; else nothing follows from what it does not hold
     * @param nearM       where nothing of it lies within so many metres, nothing says that it covers a place
     * @param assumedM    accuracy of features that state none, metres; null where none is assumed
     * @param reason      why so much; null where none is assumed
     */
    record ListedLayer(String id, Text title, List<String> collections, boolean loaded, boolean complete, double nearM, Double assumedM, String reason) {}

    /**
     * @param id         as checks name it
     * @param kinds      ids of the kinds it is for
     * @param type       of its test
     * @param layer      that it asks about
     * @param required   what it demands; null where it demands no number
     * @param otherwise  fail or conditional
     * @param reason     why
     * @param basis      clause or document
     * @param restsOn    law, standard or practice
     * @param clauseRead whether the clause's words were read when the rule was written
     * @param since      from when it holds; null for always
     */
    record ListedRule(String id, List<String> kinds, String type, String layer, Limit required, String otherwise, Text reason, Text basis,
            String restsOn, boolean clauseRead, LocalDate since) {}

    /** All three lists in the order of the files. */
    record Listing(AnswerHeader header, List<SiteKind> kinds, List<ListedLayer> layers, List<ListedRule> rules) implements Answer {

        private static final List<String> COLUMNS = List.of("rule", "kinds", "type", "layer", "loaded", "required", "otherwise", "reason_zh",
                "reason_en", "basis_zh", "basis_en", "rests_on", "clause_read", "since");

        @Override
        public Text result() {
            long loaded = layers.stream().filter(ListedLayer::loaded).count();
            return new Text(rules.size() + "条规则，" + layers.size() + "个图层中已加载" + loaded + "个",
                    rules.size() + " rules; " + loaded + " of " + layers.size() + " layers are loaded");
        }

        @Override
        public Table table(Datum datum) {
            return new Table(COLUMNS, rules.stream().map(this::row).toList());
        }

        @Override
        public List<AnswerFeature> drawn() {
            return List.of();
        }

        private List<Object> row(ListedRule r) {
            boolean loaded = layers.stream().filter(l -> l.id().equals(r.layer())).findFirst().map(ListedLayer::loaded).orElse(true);
            Limit required = r.required();
            return Arrays.asList(r.id(), String.join(";", r.kinds()), r.type(), r.layer(), loaded,
                    required == null ? null : required.relation() + " " + AnswerNumbers.plain(required.value()) + " " + required.unit(),
                    r.otherwise(), r.reason().zh(), r.reason().en(), r.basis().zh(), r.basis().en(), r.restsOn(), r.clauseRead(),
                    r.since() == null ? null : r.since().toString());
        }
    }

    @Override
    public String name() {
        return "siting/rules";
    }

    @Override
    public Text title() {
        return new Text("选址规则", "Rules for siting");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Answer answer(Asked asked, Records records) {
        Circumstances c = asked.circumstances();
        AnswerHeader header = new AnswerHeader(c.asOf().date(), c.asOf().scenario().label(), null, DEFINITION, StreetsUsed.NONE,
                new Used.Gathering().used(c.explain()), List.of(), List.of());
        return new Listing(header, List.copyOf(rules.kinds().values()),
                rules.layers().values().stream().map(layer -> listed(layer, records)).toList(),
                rules.rules().stream().map(rule -> listed(rule, c.asOf().date())).toList());
    }

    private static ListedLayer listed(Layer layer, Records records) {
        List<String> collections = layer.from().stream().map(FeatureChoice::collection).distinct().toList();
        boolean loaded = collections.stream().anyMatch(id -> !records.isEmpty(id));
        Layer.Assumed assumed = layer.assumed();
        return new ListedLayer(layer.id(), layer.title(), collections, loaded, layer.complete(), layer.nearM(), assumed == null ? null : assumed.m(),
                assumed == null ? null : assumed.reason());
    }

    /** Of a rule that does not hold yet the kinds are those it will be for. */
    private ListedRule listed(SitingRule rule, LocalDate date) {
        LocalDate holding = rule.since() == null || date.isAfter(rule.since()) ? date : rule.since();
        List<String> kinds = rules.kinds().values().stream().filter(kind -> rule.isFor(kind, holding)).map(SiteKind::id)
                .toList();
        return new ListedRule(rule.id(), kinds, rule.test().type(), rule.test().layer().id(), rule.test().limit(), rule.otherwise().label(),
                rule.reason(), rule.basis(), rule.restsOn(), rule.clauseRead(), rule.since());
    }
}
