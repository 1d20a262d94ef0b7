package dev.quarry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {
    @Test
    void everyDatabaseIsNewAndEmpty() throws SQLException {
        assertThat(tablesAfterCreatingOne(PostgresServer.newDatabase())).isEqualTo(1);
        assertThat(tablesAfterCreatingOne(PostgresServer.newDatabase())).isEqualTo(1);
    }

    private static int tablesAfterCreatingOne(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table a (b int)");
            try (ResultSet rows =
                    statement.executeQuery("select count(*) from pg_tables where schemaname = current_schema()")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
