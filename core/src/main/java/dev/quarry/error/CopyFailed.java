package dev.quarry.error;

/** A store whose copy is not what was copied; this copy of it is not in the target's catalog. */
public final class CopyFailed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;

    /** Reports what was copied and what the target has. */
    public CopyFailed(String store, long records, String digest, long foundRecords, String foundDigest) {
        super("the copy of store '" + store + "' is not complete: " + records + " records of digest " + digest
                + " were copied, and " + foundRecords + " of digest " + foundDigest
                + " are there; somebody else wrote to the copy, or a disk is damaged; copy again");
        this.store = store;
    }

    private CopyFailed(String store, String message) {
        super(message);
        this.store = store;
    }

    /** Reports that another copy into the same database has finished the store, begun it anew or dropped it. */
    public static CopyFailed overtaken(String store) {
        return new CopyFailed(
                store,
                "the copy of store '" + store
                        + "' was overtaken by another one into the same database, which goes on with it,"
                        + " or dropped it because what it copies has no such store;"
                        + " wait for that one, and copy again to have both compared");
    }

    /** The store. */
    public String store() {
        return store;
    }
}
