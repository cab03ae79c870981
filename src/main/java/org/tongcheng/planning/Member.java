package org.tongcheng.planning;

/**
 * A unit's part in an area.
 *
 * @param adcode      of the unit
 * @param name        what the document calls it
 * @param part        whole, urban districts only, or partial/unspecified
 * @param basis       what the membership rests on
 * @param containedIn adcode of another member that already holds it; null where none does
 */
public record Member(String adcode, String name, String part, String basis, String containedIn) {

    /** Whether it is known how much of the unit takes part. */
    public boolean extentKnown() {
        return part != null && !part.startsWith("partial");
    }

    static Member of(java.util.Map<String, Object> properties) {
        Values values = new Values(properties, null);
        String unit = values.text("unit_adcode");
        return new Member(
                unit != null ? unit : values.text("adcode"),
                values.text("name_zh"),
                values.text("part"),
                values.text("basis"),
                values.text("contained_in"));
    }
}
