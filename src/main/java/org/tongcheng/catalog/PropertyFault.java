package org.tongcheng.catalog;

/**
 * What is wrong with one property of one feature.
 *
 * @param code     stable: {@code unknown-property}, {@code wrong-type}, {@code not-allowed}, {@code missing}, {@code bad-id},
 *                 {@code unknown-reference}, {@code wrong-kind}
 * @param property its name; {@code id} or {@code geometry} for those members
 * @param value    as given, shortened to 80 characters
 * @param allowed  what would have been right
 */
public record PropertyFault(String code, String property, String value, String allowed) {}
