package org.tongcheng.planning.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Text;

/**
 * One rule held against one site.
 *
 * @param rule       its id
 * @param type       of its test
 * @param outcome    fail, conditional, unknown or pass
 * @param reason     why there is such a rule
 * @param why        why it ends so
 * @param layer      id of the layer asked about
 * @param measured   what was measured; null where nothing could be
 * @param required   what the rule demands of it; null where it demands no number
 * @param accuracyM  how exact a measured distance is, metres; null where nobody knows or none was measured
 * @param overlap    the ground shared with the layer; null where the site has no area or the rule does not ask
 * @param features   those that decide it
 * @param restsOn    what the demand rests on: law, standard or practice
 * @param basis      the clause or document
 * @param clauseRead whether the clause's words were read when the rule was written; else it cites the document alone
 * @param geometry   where site and rule are in conflict or may be, clipped to the site; null where they are not
 */
record Check(String rule, String type, String outcome, Text reason, Text why, String layer, Measure measured, Limit required,
        Double accuracyM, Shared overlap, List<Concerned> features, String restsOn, Text basis, boolean clauseRead, Geometry geometry) {

    static Check of(SitingRule rule, Finding finding) {
        return new Check(rule.id(), rule.test().type(), outcome(rule, finding).label(), rule.reason(), finding.why(),
                rule.test().layer().id(), finding.measured(), rule.test().limit(), finding.accuracyM(), finding.shared(),
                finding.concerned(), rule.restsOn(), rule.basis(), rule.clauseRead(), finding.geometry());
    }

    static Outcome outcome(SitingRule rule, Finding finding) {
        return switch (finding.state()) {
            case MET -> Outcome.PASS;
            case BROKEN -> rule.otherwise();
            default -> Outcome.UNKNOWN;
        };
    }
}
