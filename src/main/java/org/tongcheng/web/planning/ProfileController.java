package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Mode;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.network.RoadClass;
import org.tongcheng.planning.Used;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Documents;
import org.tongcheng.web.Members;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.html.Markup;
import org.tongcheng.web.html.PageFrame;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** How one can travel: every profile with each of its numbers, their units and the reasons for them. */
@Controller
public class ProfileController {

    private static final Text TITLE = new Text("出行方式", "Profiles");

    private final Networks networks;

    public ProfileController(Networks networks) {
        this.networks = networks;
    }

    @GetMapping("/profiles")
    public void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String here = Addresses.base(request) + "/profiles";
        List<Object> entries = networks.profiles().stream()
                .map(p -> (Object) Members.of("id", p.id(), "title", p.title(), "definition", p.definition(),
                        "links", List.of(link(here + "/" + p.id(), "item"))))
                .toList();
        Map<String, Object> document = Members.of("profiles", entries, "links", List.of(link(here, "self")));
        PageFrame frame = new PageFrame(Addresses.base(request), TITLE, List.of(), here + "?f=json");
        write(document, frame, markup -> ProfilePage.all(networks.profiles(), here, markup), request, response);
    }

    @GetMapping("/profiles/{id}")
    public void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Profile profile = networks.profiles().stream().filter(p -> p.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(Problem.at(404, "id", id,
                        String.join(", ", networks.profiles().stream().map(Profile::id).toList()), "there is no such profile")));
        String all = Addresses.base(request) + "/profiles";
        PageFrame frame = new PageFrame(Addresses.base(request), profile.title(),
                List.of(new PageFrame.Crumb(all + "?f=html", PageFrame.both(TITLE))), all + "/" + id + "?f=json");
        write(document(profile), frame, markup -> ProfilePage.one(profile, markup), request, response);
    }

    private static Map<String, Object> document(Profile profile) {
        Map<String, Object> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            profile.findMode(mode).ifPresent(rules -> modes.put(mode.label(), rules));
        }
        if (profile.feeder() == null && !profile.fastestOf().isEmpty()) {
            return Members.of("id", profile.id(), "title", profile.title(), "definition", profile.definition(),
                    "fastest_of", profile.fastestOf().stream().map(ProfileController::document).toList());
        }
        return Members.of("id", profile.id(), "title", profile.title(), "definition", profile.definition(),
                "stations", stations(profile.stations()), "streets", profile.streets() == null ? null : streets(profile.streets()),
                "feeder", profile.feeder(), "modes", modes);
    }

    /** Null where it counts from door to door. */
    private static Map<String, Object> stations(Profile.StationRules rules) {
        return rules == null ? null : Members.of("within", rules.within(), "counts", rules.ridingAlone() ? "riding" : "waits-and-transfers");
    }

    private static Map<String, Object> streets(Profile.StreetRules rules) {
        Map<String, Object> shares = new LinkedHashMap<>();
        for (RoadClass roadClass : RoadClass.values()) {
            if (rules.shares().containsKey(roadClass)) {
                shares.put(roadClass.label(), rules.shares().get(roadClass));
            }
        }
        return Members.of("speed", rules.speed(), "detour", rules.detour(), "shares", shares);
    }

    private static Map<String, Object> link(String href, String rel) {
        return Members.of("href", href, "rel", rel, "type", "application/json");
    }

    private static void write(Map<String, Object> document, PageFrame frame, Consumer<Markup> content,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Representation form = Representation.choose(request, Parameters.only(request, "f").find("f"),
                Representation.JSON, Representation.HTML);
        byte[] json = AnswerJson.write(document);
        response.addHeader("Vary", "Accept");
        if (Documents.isKnown(request, response, '"' + Used.digest(json) + "." + form.f() + '"')) {
            return;
        }
        if (form.isHtml()) {
            Documents.page(response, frame, content);
            return;
        }
        response.setContentType(form.mediaType());
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
