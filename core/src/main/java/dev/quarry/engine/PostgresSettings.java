package dev.quarry.engine;

/** What a connection is told when it is made. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** The statements, in one text. What is not said here stays as the server has it. */
    static String sql(Settings settings) {
        StringBuilder sql = new StringBuilder("set lock_timeout = ")
                .append(Math.max(1, settings.timeout().toMillis()));
        sql.append(
                settings.synchronous() == Settings.Synchronous.NORMAL
                        ? "; set synchronous_commit = off"
                        : "; select set_config('synchronous_commit', 'on', false)"
                                + " where current_setting('synchronous_commit') = 'off'");
        // else doubles are read rounded where a role or a database says so
        sql.append("; set extra_float_digits = 3");
        if (settings.readOnly()) {
            sql.append("; set default_transaction_read_only = on");
        }
        return sql.toString();
    }
}
