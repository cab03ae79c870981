package org.tongcheng.tiles;

import java.util.Arrays;

/** Numbers in an array that grows. One thread. */
final class Ints {

    private int[] numbers = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return numbers[i];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }
}
