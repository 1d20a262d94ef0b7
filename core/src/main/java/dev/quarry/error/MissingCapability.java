package dev.quarry.error;

/** Something that the database cannot do, as it was declared when it was first opened. */
public final class MissingCapability extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final String feature;
    private final String capability;

    /**
     * Reports what was refused.
     *
     * @param feature what was asked for, as the subject of a sentence
     * @param capability the name of what it needs
     * @param words what that is
     * @param instead what can be done
     */
    public MissingCapability(String location, String feature, String capability, String words, String instead) {
        super(feature + " needs " + words + ", and " + location + " was declared to be without(" + capability
                + "), so it was refused and nothing was changed; " + instead + ", or use a database that has " + words);
        this.location = location;
        this.feature = feature;
        this.capability = capability;
    }

    /** The database's URL. */
    public String location() {
        return location;
    }

    /** What was asked for. */
    public String feature() {
        return feature;
    }

    /** The name of what the database lacks, a constant of {@link dev.quarry.engine.Capability}. */
    public String capability() {
        return capability;
    }
}
