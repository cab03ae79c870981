package org.tongcheng.planning;

import java.util.List;

/**
 * A parameter that a question takes; also the key by which its values are got from an {@link Asked}.
 *
 * @param name      as written by the asker
 * @param form      what a value looks like
 * @param most      how many values it may have
 * @param byDefault what stands for it where it is not given; empty for nothing
 * @param meaning   one sentence
 * @param needed    whether it must be given
 * @param repeats   whether one value may come several times and each counts
 */
public record Parameter<T>(
        String name, Form<T> form, int most, List<T> byDefault, String meaning, boolean needed, boolean repeats) {

    public Parameter {
        byDefault = List.copyOf(byDefault);
    }

    /** Given at most once; nothing where it is not given. */
    public static <T> Parameter<T> optional(String name, Form<T> form, String meaning) {
        return new Parameter<>(name, form, 1, List.of(), meaning, false, false);
    }

    /** Given at most once; {@code byDefault} where it is not given. */
    public static <T> Parameter<T> single(String name, Form<T> form, T byDefault, String meaning) {
        return new Parameter<>(name, form, 1, List.of(byDefault), meaning, false, false);
    }

    /** Given any number of times up to {@code most}. */
    public static <T> Parameter<T> several(String name, Form<T> form, int most, List<T> byDefault, String meaning) {
        return new Parameter<>(name, form, most, byDefault, meaning, false, false);
    }

    /** A list whose places count: given up to {@code most} times, equal values too. */
    public static <T> Parameter<T> list(String name, Form<T> form, int most, String meaning) {
        return new Parameter<>(name, form, most, List.of(), meaning, true, true);
    }

    /** The same, but it must be given. */
    public Parameter<T> required() {
        return new Parameter<>(name, form, most, byDefault, meaning, true, repeats);
    }
}
