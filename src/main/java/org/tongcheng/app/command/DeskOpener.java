package org.tongcheng.app.command;

import java.util.List;
import org.tongcheng.web.planning.AnswerDesk;

/** Opens a desk that answers planning questions from the store. */
@FunctionalInterface
public interface DeskOpener {

    /** @param settings options of the service, as in {@code --tongcheng.store.url=…} */
    OpenDesk open(List<String> settings);

    /** A desk to be closed after use. */
    interface OpenDesk extends AutoCloseable {

        AnswerDesk desk();

        @Override
        void close();
    }
}
