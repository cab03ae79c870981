package org.tongcheng.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The values of one row by name, in order: an array of its own beside names that all rows of a result share. Not to be changed. */
final class RowValues extends AbstractMap<String, Object> {

    private final Map<String, Integer> places;
    private final Object[] values;

    /** @param places of the names in the array, in its order */
    RowValues(Map<String, Integer> places, Object[] values) {
        this.places = places;
        this.values = values;
    }

    @Override
    public Object get(Object name) {
        Integer place = places.get(name);
        return place == null ? null : values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return places.containsKey(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public Iterator<Entry<String, Object>> iterator() {
                Iterator<Entry<String, Integer>> names = places.entrySet().iterator();
                return new Iterator<>() {

                    @Override
                    public boolean hasNext() {
                        return names.hasNext();
                    }

                    @Override
                    public Entry<String, Object> next() {
                        Entry<String, Integer> name = names.next();
                        return new SimpleImmutableEntry<>(name.getKey(), values[name.getValue()]);
                    }
                };
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
