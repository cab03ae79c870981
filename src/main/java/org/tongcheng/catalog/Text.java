package org.tongcheng.catalog;

/** A text in Chinese and English; where only one language was given both hold it. */
public record Text(String zh, String en) {

    public static Text of(String both) {
        return new Text(both, both);
    }
}
