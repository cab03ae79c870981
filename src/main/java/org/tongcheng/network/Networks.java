package org.tongcheng.network;

import java.util.List;
import org.tongcheng.catalog.AsOf;

/** Joins lines to the streets of a profile. Streets are kept; lines are made anew for each question. Threads: safe for any number. */
public interface Networks {

    /** The profiles that can be asked for. */
    List<Profile> profiles();

    /** Throws {@link IllegalArgumentException} naming the id and the profiles there are. */
    default Profile getProfile(String id) {
        return profiles().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no profile '" + id + "'; there are " + String.join(", ", profiles().stream().map(Profile::id).toList())));
    }

    /** The streets as this profile moves on them. */
    Streets streets(Profile profile);

    /** How far off the land an origin or a stop may be and still be joined to it, metres. */
    double snapMetres();

    /**
     * The streets with the lines that exist.
     *
     * @param corridors all of the catalogue, existing or not
     * @param asOf      the date and the scenario that select among them
     * @param changes   what is put in or taken out besides; throws {@link ChangeFault}
     */
    Network join(Profile profile, List<Corridor> corridors, AsOf asOf, Changes changes);
}
