package dev.quarry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database file seen without Quarry. */
final class PlainJdbc {
    private PlainJdbc() {}

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** Runs one statement; how many rows it changed. */
    static int run(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of all rows, as texts. */
    static List<String> column(Path file, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The names of the tables that hold records. */
    static List<String> dataTables(Path file) throws SQLException {
        return column(
                file, "select name from sqlite_schema where type = 'table' and name like '%\\_\\_g%' escape '\\'");
    }

    /** The names of the indexes that were created by name. */
    static List<String> indexes(Path file) throws SQLException {
        return column(file, "select name from sqlite_schema where type = 'index' and sql is not null order by name");
    }
}
