package dev.quarry.error;

import java.util.List;

/** Records, schema files or a database that are not in step with each other. */
public final class SchemaDrift extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final List<String> findings;

    /** Reports what is out of step, one finding for each store. */
    public SchemaDrift(List<String> findings) {
        super("schemas are not in step:\n" + String.join("\n", findings));
        this.findings = List.copyOf(findings);
    }

    /** What is out of step and what to do. */
    public List<String> findings() {
        return findings;
    }
}
