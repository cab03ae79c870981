package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.Text;
import org.tongcheng.network.Profile;

/**
 * One paragraph in Chinese and English by which an answer can be cited in a report: result with error, definition, dates, sources and
 * their years, what of them is modelled or schematic, coordinate system and method of measurement, streets, profile, assumptions and
 * what a reader must know. The digest of features and revisions stands for the state of the records.
 */
public final class Citation {

    private static final int MOST_SOURCES = 4;
    private static final int LONGEST_SOURCE = 160;
    /** A line of {@link Travel#assumed}: mode or streets, what, value. */
    private static final Pattern NUMBER = Pattern.compile("^([a-z-]+: )?[a-z-]+ [a-z_]+ = ");
    private static final String UNTITLED = "untitled";

    private final Answer answer;
    private final AnswerHeader header;
    private final Records records;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> sources = new TreeMap<>();
    private final TreeSet<String> documents = new TreeSet<>();
    private final TreeSet<String> modes = new TreeSet<>();
    private int drawn;
    private int modelled;
    private int schematic;

    private Citation(Answer answer, Records records) {
        this.answer = answer;
        this.header = answer.header();
        this.records = records;
        header.used().each(this::count);
    }

    /**
     * @param title   of the question
     * @param id      of the answer
     * @param profile that was travelled by; null where nobody travels
     */
    public static Text of(Text title, String id, Answer answer, Records records, Profile profile) {
        Citation citation = new Citation(answer, records);
        return new Text(citation.chinese(title.zh(), id, profile), citation.english(title.en(), id, profile));
    }

    /** Of users' own collections only the number counts: their features are not held in memory. */
    private void count(FeatureRef ref) {
        counts.merge(ref.collection(), 1, Integer::sum);
        if (!Collections.ALL.contains(ref.collection())) {
            return;
        }
        Optional<Feature> found = records.find(ref).map(StoredFeature::feature);
        found.ifPresent(feature -> {
            count(feature.text("method"));
            if (feature.text("source") != null) {
                sources.merge(feature.text("source"), 1, Integer::sum);
            }
            if (feature.text("document") != null) {
                documents.add(feature.text("document"));
            }
            if (ref.collection().equals(Collections.CORRIDORS) && feature.text("mode") != null) {
                modes.add(feature.text("mode"));
            }
        });
    }

    private void count(String method) {
        drawn += method == null ? 0 : 1;
        modelled += "modelled".equals(method) ? 1 : 0;
        schematic += "schematic".equals(method) ? 1 : 0;
    }

    private String chinese(String title, String id, Profile profile) {
        Text result = answer.result();
        StringBuilder out = new StringBuilder(title).append("。结果：").append(result.zh()).append("。定义：").append(header.definition().zh());
        out.append("截至").append(header.asOf()).append("，情景为").append(Wording.of(Scenario.of(header.scenario())).zh()).append("。所用要素").append(header.used().count()).append("个：").append(counted(true)).append("。");
        append(out, "文件：", documents(true), "。");
        append(out, "数据来源：", sources("；", "等"), "。");
        if (drawn > 0) {
            out.append("有绘制方法的").append(drawn).append("个要素中，").append(percent(modelled)).append("为建模，").append(percent(schematic))
                    .append("为示意。");
        }
        out.append("坐标为CGCS2000（与WGS84视同一致）经纬度；面积在CGCS2000椭球面上沿经纬度直边积分，距离为测地线长度。");
        if (header.streets().source() != null) {
            out.append("道路网：").append(header.streets().kind()).append("（").append(header.streets().source()).append(vintage("，")).append("）。");
        }
        if (profile != null) {
            out.append("出行方式：").append(profile.title().zh()).append("（").append(ProfileWording.of(profile, modes, true)).append("）。");
        }
        append(out, "假定：", assumed("；", profile, "线路未载明者用上列数值"), "。");
        append(out, "须知：", String.join("；", header.warnings()), "。");
        return out.append("答案编号").append(id).append("，所用要素摘要").append(header.used().digest()).append("。").toString();
    }

    private String english(String title, String id, Profile profile) {
        StringBuilder out = new StringBuilder(title).append(". Result: ").append(answer.result().en()).append(". Definition: ")
                .append(header.definition().en());
        out.append(" As of ").append(header.asOf()).append(", scenario ").append(header.scenario()).append(". It rests on ").append(header.used().count()).append(" features: ").append(counted(false))
                .append(".");
        append(out, " Documents: ", documents(false), ".");
        append(out, " Sources: ", sources("; ", " and others"), ".");
        if (drawn > 0) {
            out.append(" Of the ").append(drawn).append(" features that say how they were drawn ").append(percent(modelled))
                    .append(" are modelled, ").append(percent(schematic)).append(" schematic.");
        }
        out.append(" Coordinates are longitude and latitude on CGCS2000, which WGS84 is taken for; areas are integrated on the CGCS2000"
                + " ellipsoid along edges straight in longitude and latitude, distances are geodesic.");
        if (header.streets().source() != null) {
            out.append(" Streets: ").append(header.streets().kind()).append(" (").append(header.streets().source()).append(vintage(", "))
                    .append(").");
        }
        if (profile != null) {
            out.append(" Profile: ").append(profile.title().en()).append(" (").append(ProfileWording.of(profile, modes, false)).append(").");
        }
        append(out, " Assumed: ", assumed("; ", profile, "those numbers where lines state none"), ".");
        append(out, " Note: ", String.join("; ", header.warnings()), ".");
        return out.append(" Answer ").append(id).append(", digest of the features used ").append(header.used().digest()).append(".").toString();
    }

    private String vintage(String before) {
        return header.streets().vintage() == null ? "" : before + header.streets().vintage();
    }

    private static void append(StringBuilder out, String before, String text, String after) {
        if (!text.isEmpty()) {
            out.append(before).append(text).append(after);
        }
    }

    private String counted(boolean chinese) {
        List<String> parts = new ArrayList<>();
        counts.forEach((collection, count) -> {
            Text title = records.collections().stream().filter(c -> c.id().equals(collection)).map(CollectionDeclaration::title)
                    .findFirst().orElse(Text.of(collection));
            parts.add(chinese ? title.zh() + count : count + " of " + title.en());
        });
        return parts.isEmpty() ? chinese ? "无" : "none" : String.join(chinese ? "、" : ", ", parts);
    }

    /** By date, with the date; base is called what its title says. */
    private String documents(boolean chinese) {
        List<StoredFeature> rows = new ArrayList<>();
        documents.forEach(id -> records.find(new FeatureRef(Collections.DOCUMENTS, id)).ifPresent(rows::add));
        rows.sort(Comparator.comparing((StoredFeature row) -> date(row.feature())).thenComparing(row -> row.feature().id()));
        return rows.stream().map(row -> title(row.feature(), chinese)).collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static String title(Feature document, boolean chinese) {
        String title = document.text(chinese ? "title_zh" : "title_en");
        String other = document.text(chinese ? "title_en" : "title_zh");
        String shown = title != null ? title : other != null ? other : UNTITLED;
        String date = date(document);
        return chinese ? "《" + shown + "》" + (date.isEmpty() ? "" : "（" + date + "）") : shown + (date.isEmpty() ? "" : " (" + date + ")");
    }

    private static String date(Feature document) {
        return document.text("date") == null ? "" : document.text("date");
    }

    /** Those that most features rest on. */
    private String sources(String between, String more) {
        List<String> most = sources.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SOURCES)
                .map(e -> shortened(e.getKey()) + " (" + e.getValue() + ")").toList();
        return String.join(between, most) + (sources.size() > MOST_SOURCES ? more : "");
    }

    private static String shortened(String source) {
        return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE - 1) + "…";
    }

    /** The profile's numbers stand before; they are not told again one by one. */
    private String assumed(String between, Profile profile, String numbers) {
        List<String> other = header.assumed().stream().filter(line -> profile == null || !NUMBER.matcher(line).find()).toList();
        boolean some = other.size() < header.assumed().size();
        return Stream.concat(other.stream(), some ? Stream.of(numbers) : Stream.of()).collect(Collectors.joining(between));
    }

    private String percent(int part) {
        return Math.round(1000.0 * part / drawn) / 10.0 + "%";
    }
}
