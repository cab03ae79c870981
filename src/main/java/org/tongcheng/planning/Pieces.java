package org.tongcheng.planning;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a question that takes long is worked out: in pieces of some tenths of a second, of which several may be done at once and
 * between which others have their turn. What an answer says must not depend on how many are.
 *
 * <p>Both methods throw {@link java.util.concurrent.CancellationException} once nobody wants the answer any more; a question lets
 * it through. Called by one thread, which does no long work but in pieces.
 */
public interface Pieces {

    /** One after the other where they are called for; nobody is told how far they are. */
    Pieces HERE = new Pieces() {
        @Override
        public <T> List<T> work(List<Supplier<T>> pieces) {
            return pieces.stream().map(Supplier::get).toList();
        }

        @Override
        public void progress(double share) {
            // nobody asks
        }
    };

    /** What the pieces give, in their order; throws what one of them throws. */
    <T> List<T> work(List<Supplier<T>> pieces);

    /** Says how much is done, of 1; never less than before. */
    void progress(double share);

    /** One piece. */
    default <T> T one(Supplier<T> piece) {
        return work(List.of(piece)).get(0);
    }
}
