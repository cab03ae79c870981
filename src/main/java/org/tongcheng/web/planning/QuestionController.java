package org.tongcheng.web.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.tongcheng.planning.BadParameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.Used;
import org.tongcheng.web.Addresses;
import org.tongcheng.web.Asking;
import org.tongcheng.web.Body;
import org.tongcheng.web.Documents;
import org.tongcheng.web.Link;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.Representation;
import org.tongcheng.web.problem.Problem;
import org.tongcheng.web.problem.Refusal;

/** {@code GET} and {@code POST} of every planning question, and {@code /answers/{id}}, several by {@code /answers/{id},{id}}. */
@Controller
class QuestionController {

    static final Representation JSON = Representation.of("json", "application/json", "application/geo+json");
    static final Representation CSV = Representation.of("csv", "text/csv;charset=UTF-8");

    private static final String FORM = "f";
    private static final String GEO_JSON = Representation.GEOJSON.mediaType();
    private static final String SAME_FOR_EVER = "public, max-age=31536000, immutable";
    private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private static final List<String> BODIES = List.of("application/json", "application/geo+json");

    /** As many dates as a question may have. */
    private static final int MOST_ANSWERS = 50;

    /** A question becomes a tree of objects some twenty times as large. */
    private static final int MOST_BYTES = 2 << 20;

    private final AnswerDesk desk;
    private final Waiting waiting;

    QuestionController(AnswerDesk desk, Waiting waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    @QuestionPaths(method = RequestMethod.GET)
    public void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>(Parameters.of(request).all());
        answer(new QuestionJson.Texts(texts, List.of()), request, response);
    }

    @Asking
    @QuestionPaths(method = RequestMethod.POST)
    public void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Body.read(request, "Accept-Post", BODIES);
        if (body.length > MOST_BYTES) {
            throw new Refusal(Problem.at(413, "body", null, "at most 2 MiB", "the question is too long"));
        }
        QuestionJson.Texts texts = QuestionJson.read(body, desk.parametersOf(question(request)));
        Parameters address = texts.whole() ? Parameters.of(request) : Parameters.only(request, FORM);
        address.all().forEach((name, values) -> {
            if (texts.texts().put(name, values) != null) {
                throw new BadParameter(name, values.get(0), "one value", "stands in the address and in the body");
            }
        });
        answer(texts, request, response);
    }

    /** A site is drawn, which no address can hold. */
    @Asking
    @PostMapping("/siting")
    public void site(HttpServletRequest request, HttpServletResponse response) throws IOException {
        post(request, response);
    }

    @GetMapping("/answers/{answerId}")
    public void again(@PathVariable String answerId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> f = Parameters.only(request, FORM).find(FORM);
        Representation form = form(request, f);
        List<Enquiry.Part> parts = new ArrayList<>();
        for (String id : answerId.split(",", MOST_ANSWERS)) {
            parts.addAll(desk.readAgain(id).orElseThrow(() -> new Refusal(
                    Problem.at(404, "answer_id", id, "the answer_id of an answer given here", "there is no such answer"))).parts());
        }
        answer(new Enquiry(parts), form, f.isPresent(), SAME_FOR_EVER, request, response);
    }

    private void answer(QuestionJson.Texts texts, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> f = Optional.ofNullable(texts.take(FORM));
        Representation form = form(request, f);
        answer(desk.read(question(request), texts.texts(), texts.add()), form, f.isPresent(), "no-cache", request, response);
    }

    private void answer(Enquiry enquiry, Representation form, boolean formGiven, String caching, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Optional<List<Given>> given = waiting.answers(enquiry, form, formGiven, request, response);
        if (given.isPresent()) {
            write(given.get(), form, caching, request, response);
        }
    }

    private static Representation form(HttpServletRequest request, Optional<String> f) {
        return Representation.choose(request, f, JSON, CSV, Representation.HTML);
    }

    private PlanningQuestion question(HttpServletRequest request) {
        String path = request.getServletPath();
        return desk.findQuestion(path.substring(1)).orElseThrow(() -> new Refusal(
                Problem.at(404, "path", path, String.join(", ", desk.names()), "there is no such question")));
    }

    /** Part of the tag where the form holds the citation, whose words may change while the answer does not. */
    private static String words(List<Given> given, Representation form) {
        return form.equals(JSON) ? "" : "-" + Used.digest(given.stream().map(g -> g.citation().zh() + g.citation().en())
                .collect(Collectors.joining())).substring(0, 8);
    }

    private void write(List<Given> given, Representation form, String caching, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        String ids = given.stream().map(Given::id).collect(Collectors.joining(","));
        String tag = '"' + (given.size() == 1 ? ids : Used.digest(ids)) + words(given, form) + "." + form.f() + '"';
        boolean known = Documents.isKnown(request, response, tag);
        response.setHeader("Cache-Control", caching);
        response.addHeader("Vary", "Accept");
        if (known) {
            return;
        }
        if (given.size() == 1) {
            String self = Addresses.base(request) + "/answers/" + ids;
            response.addHeader("Link", new Link(self, "canonical", null, null).header());
            if (given.get(0).drawsSomething()) {
                response.addHeader("Link", new Link(self + "/tiles?f=json", TILESETS, "application/json", null).header());
            }
        }
        AnswerBytes bytes = desk.bytes(given);
        if (form.isHtml()) {
            AnswerPage page = AnswerPage.of(given, bytes, Addresses.base(request));
            Documents.page(response, page.frame(), page::write);
            return;
        }
        boolean csv = form.equals(CSV);
        boolean geoJson = !csv && given.size() == 1 && given.get(0).geoJson();
        response.setContentType(geoJson ? GEO_JSON : form.mediaType());
        if (bytes.streamed()) {
            if (!request.getMethod().equals("HEAD")) {
                stream(bytes, csv, response);
            }
            return;
        }
        byte[] body = csv ? bytes.csv() : bytes.json();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void stream(AnswerBytes bytes, boolean csv, HttpServletResponse response) throws IOException {
        if (csv) {
            bytes.csv(response.getOutputStream());
        } else {
            bytes.json(response.getOutputStream());
        }
    }
}
