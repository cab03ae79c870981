package org.tongcheng.web.planning;

import java.util.List;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;

/** What pages about profiles hold. */
final class ProfilePage {

    private ProfilePage() {}

    /** @param here address of the list of profiles */
    static void all(List<Profile> profiles, String here, Markup markup) {
        markup.open("table");
        for (Profile profile : profiles) {
            markup.open("tr").open("th", "scope", "row").link(here + "/" + profile.id() + "?f=html", profile.id()).close()
                    .element("td", PageFrame.both(profile.title())).element("td", PageFrame.both(profile.definition())).close();
        }
        markup.close();
    }

    static void one(Profile profile, Markup markup) {
        markup.element("p", PageFrame.both(profile.definition())).open("div", "class", "wide").open("table").open("tr");
        for (String head : List.of("", "", "值 value", "单位 unit", "理由 reason")) {
            markup.element("th", head);
        }
        markup.close();
        boolean ofOthers = profile.feeder() == null && !profile.fastestOf().isEmpty();
        (ofOthers ? profile.fastestOf() : List.<Profile>of()).forEach(part -> numbers(markup, part.id() + ": ", part));
        if (!ofOthers) {
            numbers(markup, "", profile);
        }
        markup.close().close();
    }

    private static void numbers(Markup markup, String from, Profile profile) {
        if (profile.stations() != null) {
            row(markup, from + "stations", "within", profile.stations().within());
        }
        if (profile.streets() != null) {
            streets(markup, from, profile.streets());
        }
        if (profile.feeder() != null) {
            row(markup, from + profile.feeder().kind(), "speed", profile.feeder().speed());
            row(markup, from + profile.feeder().kind(), "pick-up", profile.feeder().pickUp());
            row(markup, from + profile.feeder().kind(), "put-down", profile.feeder().putDown());
        }
        for (Mode mode : Mode.values()) {
            profile.findMode(mode).ifPresent(rules -> rows(markup, from + mode.label(), rules));
        }
    }

    private static void streets(Markup markup, String from, Profile.StreetRules streets) {
        row(markup, from + "streets", "speed", streets.speed());
        row(markup, from + "streets", "detour", streets.detour());
        for (RoadClass roadClass : RoadClass.values()) {
            row(markup, from + "streets", "share, " + roadClass.label(), streets.shares().get(roadClass));
        }
    }

    private static void rows(Markup markup, String mode, Profile.ModeRules rules) {
        row(markup, mode, "speed", rules.speed());
        row(markup, mode, "share", rules.share());
        row(markup, mode, "detour", rules.detour());
        row(markup, mode, "headway", rules.headway());
        row(markup, mode, "longest wait", rules.waitCap());
        row(markup, mode, "dwell", rules.dwell());
        row(markup, mode, "entry", rules.entry());
        row(markup, mode, "exit", rules.exit());
    }

    private static void row(Markup markup, String group, String name, Profile.Value value) {
        if (value != null) {
            markup.open("tr").element("th", group).element("th", name)
                    .element("td", AnswerCsv.text(value.value()), "class", "number")
                    .element("td", value.unit()).element("td", value.reason()).close();
        }
    }
}
