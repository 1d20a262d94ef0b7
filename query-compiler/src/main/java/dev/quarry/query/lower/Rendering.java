package dev.quarry.query.lower;

import dev.quarry.plan.Template;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Writes jOOQ's conditions out as templates. Thread-safe. */
final class Rendering {
    static {
        // jOOQ greets its users in the log and SLF4J asks for a provider, which in javac means the user's build
        quietUnlessSet("org.jooq.no-logo", "true");
        quietUnlessSet("org.jooq.no-tips", "true");
        quietUnlessSet("slf4j.internal.verbosity", "ERROR");
    }

    private final DSLContext context;

    Rendering(SQLDialect dialect) {
        Settings settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderFormatted(false);
        this.context = DSL.using(dialect, settings);
    }

    private static void quietUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    Template template(Condition condition) {
        return Template.parse(context.render(condition));
    }
}
