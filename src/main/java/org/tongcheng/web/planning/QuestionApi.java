package org.tongcheng.web.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongcheng.catalog.Job;
import org.tongcheng.catalog.Text;
import org.tongcheng.planning.Form;
import org.tongcheng.planning.Parameter;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.web.ApiPart;
import org.tongcheng.web.Members;
import org.tongcheng.web.tiles.TilesApi;

/** The planning questions in the OpenAPI document, made from the parameters that each declares. */
@Component
class QuestionApi implements ApiPart {

    private static final String TAG = "Questions";
    private static final Map<String, Object> STRING = Members.of("type", "string");
    private static final Map<String, Object> ANSWER = Members.of("type", "object");

    private static final Map<String, Object> JOB = Members.of("type", "object", "properties", Members.of(
            "id", STRING, "question", STRING,
            "status", Members.of("type", "string", "enum", Arrays.stream(Job.Status.values()).map(Job.Status::label).toList()),
            "percent", Members.of("type", "integer", "minimum", 0, "maximum", 100), "detail", STRING));

    private final AnswerDesk desk;

    QuestionApi(AnswerDesk desk) {
        this.desk = desk;
    }

    @Override
    public Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (String name : desk.names()) {
            PlanningQuestion question = desk.findQuestion(name).orElseThrow();
            paths.put("/" + name, json(question).isPresent() ? Members.of("post", post(question))
                    : Members.of("get", get(question), "post", post(question)));
        }
        paths.put("/answers/{answerId}", Members.of("get", operation("An answer that was given, byte for byte", "answer",
                List.of(path("answerId", "The answer_id of the answer"), form()), "400", "404", "406", "410")));
        paths.putAll(TilesApi.of("/answers/{answerId}/tiles", "what an answer draws", "answer", List.of(
                path("answerId", "The answer_id of the answer"), Members.of("$ref", "#/components/parameters/datum")), "410", "429"));
        paths.put("/jobs/{id}", Members.of(
                "get", job("How far a long question is, then where its answer is", "job", "200", "303"),
                "delete", job("Cancels a long question", "job.delete", "204")));
        paths.put("/profiles", Members.of("get", reading("The profiles: how one can travel", "profiles", List.of(plainForm()))));
        paths.put("/profiles/{id}", Members.of("get", reading("One profile with all its numbers", "profile",
                List.of(path("id", "Id of the profile"), plainForm()))));
        return paths;
    }

    @Override
    public Map<String, Text> pages() {
        Map<String, Text> pages = new LinkedHashMap<>();
        pages.put("/extent", desk.findQuestion("extent").orElseThrow().title());
        pages.put("/siting/rules", desk.findQuestion("siting/rules").orElseThrow().title());
        pages.put("/statistics/indicators", desk.findQuestion("statistics/indicators").orElseThrow().title());
        pages.put("/profiles", new Text("出行方式", "Profiles"));
        return pages;
    }

    private static String operationId(PlanningQuestion question) {
        return question.name().replace('/', '.');
    }

    /** The parameter that is JSON itself: such a question cannot be asked by address. */
    private static Optional<Parameter<?>> json(PlanningQuestion question) {
        return question.parameters().stream().filter(p -> p.form().schema().equals(Form.OBJECT)).findFirst();
    }

    private Map<String, Object> get(PlanningQuestion question) {
        return operation(question.title().en(), operationId(question), inAddress(question), "400", "406", "422", "429");
    }

    private List<Object> inAddress(PlanningQuestion question) {
        List<Object> parameters = new ArrayList<>();
        for (Parameter<?> parameter : desk.parametersOf(question)) {
            if (parameter.form().schema().equals(Form.OBJECT)) {
                continue;
            }
            Map<String, Object> described = Members.of("name", parameter.name(), "in", "query", "description", parameter.meaning(),
                    "required", parameter.needed(), "schema", schema(parameter));
            if (parameter.most() > 1) {
                described.put("style", "form");
                described.put("explode", !parameter.form().commas());
            }
            parameters.add(described);
        }
        parameters.add(form());
        return parameters;
    }

    private Map<String, Object> post(PlanningQuestion question) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter<?> parameter : desk.parametersOf(question)) {
            Map<String, Object> schema = parameter.form() == Form.PLACE ? placeInBody(parameter) : schema(parameter);
            schema.put("description", parameter.meaning());
            properties.put(parameter.name(), schema);
        }
        properties.put("add", Members.of("type", "array", "items", Members.of("type", "object"), "description",
                "Corridors of the asker's own: GeoJSON Features with LineStrings, an id, and as properties mode, stops (vertex numbers"
                        + " from 1, all where left out), speed_kmh, headway_min and run_min (minutes from each stop to the next)"));
        properties.put("f", formSchema());
        List<String> needed = question.parameters().stream().filter(Parameter::needed).map(Parameter::name).toList();
        Map<String, Object> body = Members.of("type", "object", "required", needed.isEmpty() ? null : needed,
                "properties", properties, "additionalProperties", false);
        Optional<Parameter<?>> json = json(question);
        Map<String, Object> post = operation(question.title().en(), operationId(question) + ".post",
                json.isPresent() ? inAddress(question) : List.of(form()), "400", "406", "413", "415", "422", "429");
        Map<String, Object> content = Members.of("application/json", Members.of("schema", body));
        json.ifPresent(p -> content.put("application/geo+json", Members.of("schema",
                Members.of("type", "object", "required", List.of("type"), "description", p.meaning() + " The other parameters stand in the address."))));
        post.put("requestBody", Members.of("required", true, "content", content));
        return post;
    }

    private static Map<String, Object> placeInBody(Parameter<?> parameter) {
        Map<String, Object> place = Members.of("oneOf", List.of(STRING, Members.of("type", "array",
                "items", Members.of("type", "number"), "minItems", 2, "maxItems", 2)));
        return parameter.most() == 1 ? place
                : Members.of("oneOf", List.of(place, Members.of("type", "array", "items", place)));
    }

    private static Map<String, Object> schema(Parameter<?> parameter) {
        Map<String, Object> one = Members.of("type", parameter.form().schema());
        if (!parameter.form().words().isEmpty() && parameter.form().schema().equals("string")) {
            one.put("enum", parameter.form().words());
        }
        if (parameter.most() > 1) {
            return Members.of("type", "array", "items", one, "maxItems", parameter.most());
        }
        defaultOf(parameter).ifPresent(value -> one.put("default", value));
        return one;
    }

    private static java.util.Optional<Object> defaultOf(Parameter<?> parameter) {
        return parameter.byDefault().stream().findFirst()
                .map(value -> value instanceof Number || value instanceof Boolean ? value : value.toString());
    }

    private static Map<String, Object> operation(String summary, String id, List<Object> parameters, String... problems) {
        Map<String, Object> responses = responses(summary, problems);
        @SuppressWarnings("unchecked")
        Map<String, Object> ok = (Map<String, Object>) responses.get("200");
        @SuppressWarnings("unchecked")
        Map<String, Object> content = (Map<String, Object>) ok.get("content");
        content.put("application/geo+json", Members.of("schema", ANSWER));
        content.put("text/csv", Members.of("schema", STRING));
        responses.put("202", Members.of("description", "Not done in the time one waits; Location names the job to ask after",
                "content", Members.of("application/json", Members.of("schema", JOB))));
        return Members.of("tags", List.of(TAG), "summary", summary, "operationId", id, "parameters", parameters,
                "responses", responses);
    }

    private static Map<String, Object> job(String summary, String id, String... statuses) {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (String status : statuses) {
            responses.put(status, Members.of("description", summary));
        }
        if (responses.containsKey("200")) {
            responses.put("200", Members.of("description", "How it stands", "content", Members.of(
                    "application/json", Members.of("schema", JOB), "text/html", Members.of("schema", STRING))));
        }
        for (String status : List.of("400", "404", "503")) {
            responses.put(status, Members.of("$ref", "#/components/responses/Problem"));
        }
        List<Object> parameters = new ArrayList<>(List.of(path("id", "From the Location of a 202")));
        if (responses.containsKey("200")) {
            parameters.add(plainForm());
        }
        return Members.of("tags", List.of(TAG), "summary", summary, "operationId", id, "parameters", parameters, "responses", responses);
    }

    private static Map<String, Object> reading(String summary, String id, List<Object> parameters) {
        return Members.of("tags", List.of(TAG), "summary", summary, "operationId", id, "parameters", parameters,
                "responses", responses(summary, "400", "404", "406"));
    }

    private static Map<String, Object> responses(String summary, String... problems) {
        Map<String, Object> responses = Members.of(
                "200", Members.of("description", summary, "content", Members.of(
                        "application/json", Members.of("schema", ANSWER), "text/html", Members.of("schema", STRING))),
                "304", Members.of("description", "The caller already has it"));
        for (String status : problems) {
            responses.put(status, Members.of("$ref", "#/components/responses/Problem"));
        }
        responses.put("503", Members.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static Map<String, Object> form() {
        return Members.of("name", "f", "in", "query", "description", "Form of the answer; by default what Accept asks for",
                "required", false, "schema", formSchema());
    }

    private static Map<String, Object> formSchema() {
        return Members.of("type", "string", "enum", List.of("json", "csv", "html"));
    }

    private static Map<String, Object> plainForm() {
        return Members.of("$ref", "#/components/parameters/f");
    }

    private static Map<String, Object> path(String name, String description) {
        return Members.of("name", name, "in", "path", "description", description, "required", true, "schema", STRING);
    }
}
