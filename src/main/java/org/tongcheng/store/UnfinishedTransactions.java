package org.tongcheng.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.NullValueDataType;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.rtree.MVRTreeMap;
import org.h2.mvstore.rtree.SpatialDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.MetaType;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/**
 * Rolls back what a killed process left unfinished in an H2 file.
 *
 * <p>H2 does so itself when it opens a file, unless the transaction had changed a spatial index and part of it had already gone
 * to the file: H2 2.4.240 then reads the undo log before it knows what keys a spatial index has, and cannot open the file at all
 * ({@link ClassCastException} on {@link SpatialDataType}). Here the spatial indexes are opened first; the rest is what H2 does.
 */
final class UnfinishedTransactions {

    private static final String MAPS = "map.";
    private static final String SPATIAL = "type:rtree";

    private UnfinishedTransactions() {}

    /** Whether H2 could not open its file for the reason named above. */
    static boolean keepClosed(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassCastException && String.valueOf(cause.getMessage()).contains(SpatialDataType.class.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Throws {@link org.h2.mvstore.MVStoreException} where another process has the file open. */
    static void rollBack(Path file) {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open()) {
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<>(null, store.backgroundExceptionHandler), new ValueDataType(), 0);
            openSpatialIndexes(store);
            transactions.init();
            for (Transaction transaction : transactions.getOpenTransactions()) {
                if (transaction.getStatus() == Transaction.STATUS_COMMITTED) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
            transactions.close();
        }
    }

    private static void openSpatialIndexes(MVStore store) {
        VersionedValueType<Value, ?> values = new VersionedValueType<>(NullValueDataType.INSTANCE);
        for (Iterator<String> keys = store.getMetaMap().keyIterator(MAPS); keys.hasNext(); ) {
            String key = keys.next();
            if (!key.startsWith(MAPS)) {
                return;
            }
            String map = store.getMetaMap().get(key);
            if (map.contains(SPATIAL)) {
                store.openMap(DataUtils.getMapName(map), new MVRTreeMap.Builder<VersionedValue<Value>>().dimensions(2).valueType(values));
            }
        }
    }
}
