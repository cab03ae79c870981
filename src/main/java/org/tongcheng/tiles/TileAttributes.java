package org.tongcheng.tiles;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.StoredFeature;

/**
 * The attributes that features of a collection have in tiles, as they follow from its declaration: {@code id}, every property
 * with a single value, {@code name} where the collection has no property of that name but {@code name_zh} or {@code name_en}, and
 * {@code status} where a date is asked about. Arrays and objects, which MVT does not know, and texts of more than
 * {@link #LONGEST_TEXT} characters, which nobody reads on a map, are found at the item.
 */
public final class TileAttributes {

    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String STATUS = "status";

    /** Characters. */
    public static final int LONGEST_TEXT = 120;

    private static final List<String> NAMES = List.of("name_zh", "name_en");

    private final List<PropertyDeclaration> properties;
    private final List<String> names;

    private TileAttributes(List<PropertyDeclaration> properties, List<String> names) {
        this.properties = properties;
        this.names = names;
    }

    public static TileAttributes of(CollectionDeclaration collection) {
        List<PropertyDeclaration> single = collection.properties().stream()
                .filter(property -> property.type() != PropertyType.ARRAY && property.type() != PropertyType.OBJECT)
                .filter(property -> !property.name().equals(ID))
                .toList();
        boolean named = collection.findProperty(NAME).isPresent();
        return new TileAttributes(single, named ? List.of() : NAMES.stream().filter(n -> collection.findProperty(n).isPresent()).toList());
    }

    /** The properties they are taken from. */
    public List<PropertyDeclaration> properties() {
        return properties;
    }

    /** Whether {@code name} is made from a name in one language. */
    public boolean derivesName() {
        return !names.isEmpty();
    }

    Set<String> propertyNames() {
        return properties.stream().map(PropertyDeclaration::name).collect(Collectors.toSet());
    }

    /** @param asOf null for no {@code status} */
    void give(StoredFeature stored, AsOf asOf, BiConsumer<String, Object> each) {
        each.accept(ID, stored.feature().id());
        for (PropertyDeclaration property : properties) {
            Object value = stored.feature().value(property.name());
            boolean given = asOf != null && property.name().equals(STATUS);
            if (isShown(value) && !given) {
                each.accept(property.name(), value);
            }
        }
        for (String name : names) {
            Object value = stored.feature().value(name);
            if (isShown(value)) {
                each.accept(NAME, value);
                break;
            }
        }
        if (asOf != null) {
            each.accept(STATUS, stored.existence().statusAt(asOf.date()).label());
        }
    }

    private static boolean isShown(Object value) {
        return value != null && !(value instanceof String text && text.length() > LONGEST_TEXT);
    }
}
