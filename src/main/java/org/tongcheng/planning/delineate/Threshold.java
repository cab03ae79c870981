package org.tongcheng.planning.delineate;

import org.tongcheng.planning.AnswerNumbers;

/** From where on a tile is measured. */
sealed interface Threshold {

    String YES = "yes";
    String NO = "no";
    String UNCERTAIN = "uncertain";
    String UNKNOWN = "unknown";

    /** Whether a tile passes as measured. */
    boolean passes(Reading reading);

    /** Whether it passes: yes, no, uncertain or unknown. */
    String judge(Reading reading);

    /** Whether it may pass by the accuracies that are stated. */
    default boolean mayPass(Reading reading) {
        return passes(reading);
    }

    /** Within so many minutes of the core. */
    record Minutes(int minutes) implements Threshold {

        /** Seconds to spare; negative where it takes longer, null where it is not known how long. */
        Integer margin(Reading reading) {
            return reading.seconds() == null ? null : Integer.valueOf(minutes * 60 - reading.seconds());
        }

        @Override
        public boolean passes(Reading reading) {
            return reading.seconds() != null && margin(reading) >= 0;
        }

        @Override
        public boolean mayPass(Reading reading) {
            return reading.seconds() != null && margin(reading) + (reading.errorSeconds() == null ? 0 : reading.errorSeconds()) >= 0;
        }

        /** What takes longer than is looked for cannot be told from what is just beyond; the longest time asked about is far below. */
        @Override
        public String judge(Reading reading) {
            if (!reading.joined()) {
                return UNKNOWN;
            }
            if (reading.seconds() == null) {
                return NO;
            }
            boolean sure = reading.errorSeconds() != null && Math.abs(margin(reading)) >= reading.errorSeconds();
            return !sure ? UNCERTAIN : margin(reading) >= 0 ? YES : NO;
        }
    }

    /** At least this share of resident workers works in the core; the core itself always passes. */
    record Commuting(double share) implements Threshold {

        /** Share to spare; negative where too few commute, null where it is not known how many do. */
        Double margin(Reading reading) {
            return reading.rate() == null ? null : Double.valueOf(AnswerNumbers.rounded(reading.rate().share() - share, 6));
        }

        @Override
        public boolean passes(Reading reading) {
            return reading.core() || reading.rate() != null && reading.rate().share() >= share;
        }

        @Override
        public String judge(Reading reading) {
            return passes(reading) ? YES : reading.rate() == null ? UNKNOWN : NO;
        }
    }
}
