package org.tongcheng.planning;

/** A question that takes long: it is worked out in pieces and says how far it is. */
public interface LongQuestion extends PlanningQuestion {

    /** As {@link #answer(Asked, Records)}. */
    Answer answer(Asked asked, Records records, Pieces pieces);

    @Override
    default Answer answer(Asked asked, Records records) {
        return answer(asked, records, Pieces.HERE);
    }
}
