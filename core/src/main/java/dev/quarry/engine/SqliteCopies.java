package dev.quarry.engine;

import dev.quarry.error.DatabaseFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of a file by {@code VACUUM INTO}, and the way back by {@code ATTACH}. */
final class SqliteCopies implements Copies {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCopies.class);
    private static final String COPY = "quarry_copy";
    private static final String SUFFIX = ".backup";
    private static final String UNFINISHED = ".part";

    private final Path file;
    private final Connections connections;
    private final Connections readers;

    /**
     * Copies of a file.
     *
     * @param readers reads what is committed, also for a thread that is in the middle of a change
     */
    SqliteCopies(Path file, Connections connections, Connections readers) {
        this.file = file;
        this.connections = connections;
        this.readers = readers;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public String freeName(Session session, String label) {
        String stem = file.getFileName() + "." + label;
        String name = stem + SUFFIX;
        for (int i = 2; has(name); i++) {
            name = stem + "-" + i + SUFFIX;
        }
        return name;
    }

    @Override
    public boolean has(String name) {
        return Files.exists(file.resolveSibling(name));
    }

    /** It takes the right to write, which a database that is only read does not have. */
    @Override
    public boolean delete(String name) {
        return connections.change(session -> {
            try {
                return Files.deleteIfExists(file.resolveSibling(name));
            } catch (IOException e) {
                throw new DatabaseFailed(file.toString(), "its backup " + name + " cannot be deleted: " + e, e);
            }
        });
    }

    /** All of the database is copied. A reader does it: SQLite lets no connection do so inside a transaction of its own. */
    @Override
    public Copy make(Session session, String name, Map<String, String> tables) throws SQLException {
        Path target = file.resolveSibling(name);
        if (Files.exists(target)) {
            throw new SQLException(target + " exists already");
        }
        Path unfinished = file.resolveSibling(name + UNFINISHED);
        boolean done = false;
        try {
            deleteUnfinished();
            write(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } catch (IOException e) {
            throw new SQLException("the copy " + target + " cannot be written: " + e, e);
        } finally {
            if (!done) {
                deleteQuietly(unfinished);
            }
        }
        return new CopiedFile(name);
    }

    /** What runs that were killed have left; nobody else writes one now, since the caller holds the right to write. */
    private void deleteUnfinished() throws IOException {
        String glob = "*" + SUFFIX + UNFINISHED + "*";
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), glob)) {
            for (Path part : parts) {
                if (isOwn(part.getFileName().toString())) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** A label has no dots, and what follows the name of a file {@code shop.eu} has one for the file {@code shop}. */
    private boolean isOwn(String part) {
        String own = file.getFileName() + ".";
        return part.startsWith(own)
                && part.indexOf('.', own.length()) == part.indexOf(SUFFIX + UNFINISHED, own.length());
    }

    /** A file holds its own rows. */
    private record CopiedFile(String name) implements Copy {
        @Override
        public boolean takes(String table) {
            return false;
        }

        @Override
        public void complete(Session session) {}
    }

    private void write(Path copy) throws IOException {
        readers.read(session -> {
            try (PreparedStatement vacuum = session.unkept("vacuum into ?")) {
                vacuum.setString(1, copy.toString());
                return vacuum.executeUpdate();
            }
        });
        readers.read(session -> requireSound(session, copy));
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** What is left of a copy takes room on a disk that may be full; that it cannot be deleted is the smaller failure. */
    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("{} is left of a copy that failed, and cannot be deleted", unfinished, e);
        }
    }

    private static Path requireSound(Session session, Path copy) throws SQLException {
        attach(session, copy);
        try (PreparedStatement check = session.unkept("pragma " + COPY + ".quick_check(1)");
                ResultSet rows = check.executeQuery()) {
            String found = rows.next() ? rows.getString(1) : "nothing";
            if (!found.equals("ok")) {
                throw new SQLException("the copy " + copy + " is damaged: " + found);
            }
        } finally {
            session.executeOnce("detach " + COPY);
        }
        return copy;
    }

    private static void attach(Session session, Path copy) throws SQLException {
        if (!Files.exists(copy)) {
            throw new SQLException("the copy " + copy + " is not there");
        }
        try (PreparedStatement attach = session.unkept("attach ? as " + COPY)) {
            attach.setString(1, copy.toString());
            attach.executeUpdate();
        }
    }

    @Override
    public <R> R restoring(String name, Restoring<R> work) {
        return connections.writeOne(session -> {
            attach(session, file.resolveSibling(name));
            try {
                return SqliteWriter.inTransaction(session, inside -> work.run(inside, new Attached()));
            } finally {
                session.executeOnce("detach " + COPY);
            }
        });
    }

    /** The copy that is attached to the session. */
    private static final class Attached implements Source {
        @Override
        public Optional<String> catalogEntry(Session session, String store) throws SQLException {
            try (PreparedStatement find =
                    session.unkept("select entry from " + COPY + ".quarry_store where name = ?")) {
                find.setString(1, store);
                try (ResultSet rows = find.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        }

        @Override
        public void restore(Session session, String table) throws SQLException {
            String quoted = SqliteDialect.inQuotes(table);
            for (String create : statements(session, table, "table")) {
                session.executeOnce(create);
            }
            session.executeOnce("insert into main." + quoted + " select * from " + COPY + "." + quoted);
            for (String create : statements(session, table, "index")) {
                session.executeOnce(create);
            }
            for (String create : statements(session, table, "trigger")) {
                session.executeOnce(create);
            }
        }

        /** The statements that made a table, its indexes or triggers; they name no database, so they make them in the open one. */
        private static List<String> statements(Session session, String table, String type) throws SQLException {
            List<String> found = new ArrayList<>();
            try (PreparedStatement find = session.unkept("select sql from " + COPY
                    + ".sqlite_schema where tbl_name = ? and type = ? and sql is not null order by rowid")) {
                find.setString(1, table);
                find.setString(2, type);
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }
}
