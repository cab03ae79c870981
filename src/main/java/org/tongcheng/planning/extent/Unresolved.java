package org.tongcheng.planning.extent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongcheng.planning.Area;
import org.tongcheng.planning.Member;
import org.tongcheng.planning.Outline;

/** Which members of an area are not known well enough, and why. */
final class Unresolved {

    static final String EXTENT_UNKNOWN = "extent-unknown";
    static final String UNIT_MISSING = "unit-missing";
    static final String MEMBERSHIP_DOUBTFUL = "membership-doubtful";

    private Unresolved() {}

    /**
     * Members first, then those in context. A member in context whose extent is known is doubtful: another reading of the
     * document would have it in; the geometry follows the reading that does not.
     */
    static List<Measured.UnresolvedMember> of(Area area, Outline outline) {
        Stream<Measured.UnresolvedMember> members = area.members().stream()
                .filter(m -> !m.extentKnown() || outline.missing().contains(m))
                .map(m -> outline.missing().contains(m)
                        ? entry(m, false, UNIT_MISSING)
                        : entry(m, true, EXTENT_UNKNOWN));
        Stream<Measured.UnresolvedMember> context = area.contextMembers().stream()
                .map(m -> entry(m, false, m.extentKnown() ? MEMBERSHIP_DOUBTFUL : EXTENT_UNKNOWN));
        List<Measured.UnresolvedMember> all = new ArrayList<>(members.toList());
        all.addAll(context.toList());
        return all;
    }

    /** Whether nothing can be decided about a declared figure because of it. */
    static boolean extentUnknown(Measured.UnresolvedMember member) {
        return !member.reason().equals(MEMBERSHIP_DOUBTFUL);
    }

    private static Measured.UnresolvedMember entry(Member m, boolean inGeometry, String reason) {
        return new Measured.UnresolvedMember(m.adcode(), m.name(), m.part(), m.basis(), inGeometry, reason);
    }
}
