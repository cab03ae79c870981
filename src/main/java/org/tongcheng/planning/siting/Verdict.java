package org.tongcheng.planning.siting;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What is said of one site.
 *
 * @param site          its id
 * @param name          what it is called
 * @param kind          id of its kind
 * @param verdict       conflict, conditional, no-conflict-in-loaded-layers or insufficient-data
 * @param outcomes      how many checks ended how
 * @param checks        one for each rule that its kind falls under
 * @param layersChecked ids of the layers that were there
 * @param layersMissing ids of those that are not loaded or have nothing near the site
 * @param shift         where it would not be in conflict; null where it is not
 */
record Verdict(String site, Text name, String kind, String verdict, Outcomes outcomes, List<Check> checks, List<String> layersChecked,
        List<String> layersMissing, Shift shift) {

    static final String CONFLICT = "conflict";
    static final String CONDITIONAL = "conditional";
    static final String CLEAR = "no-conflict-in-loaded-layers";
    static final String INSUFFICIENT = "insufficient-data";
}
