package dev.quarry.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server that a test kills, starts again, or follows with another. It keeps safe what it acknowledges. Used by one
 * thread, but for {@link #kill}.
 */
public final class PostgresNode implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresNode(Path data, int port) {
        this.data = data;
        this.port = port;
        this.server = start(data, port);
    }

    /** A new server whose data are in a directory of that name, which is not there yet. */
    public static PostgresNode create(Path data) {
        return new PostgresNode(data, freePort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(LONGEST_START)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + data, e);
        }
    }

    /** The URL of its database. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** The URL of whichever of two servers is the one that takes writes. */
    public String urlWith(PostgresNode other) {
        return "jdbc:postgresql://localhost:" + port + ",localhost:" + other.port
                + "/postgres?user=postgres&targetServerType=primary";
    }

    /** Ends the server and all its processes with SIGKILL, and waits until they are gone. */
    public void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
            all.forEach(process -> process.onExit().join());
            // there is nothing to stop any more, but the data are locked until this
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the killed server again on its data. */
    public void startAgain() {
        server = start(data, port);
    }

    /**
     * A second server that follows this one. From then on this one acknowledges only what the second has written down.
     *
     * @param directory where its data go, which is not there yet
     */
    public PostgresNode follower(Path directory) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('follower', true)");
            copyData(directory);
            String label;
            try (ResultSet stop = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stop.next();
                label = stop.getString(1);
            }
            Files.writeString(directory.resolve("backup_label"), label);
            copyTree(data.resolve("pg_wal"), directory.resolve("pg_wal"));
            Files.createFile(directory.resolve("standby.signal"));
            Files.writeString(
                    directory.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=postgres application_name=follower'\n");
            own(directory);
            PostgresNode follower = new PostgresNode(directory, freePort());
            statement.execute("alter system set synchronous_standby_names = 'follower'");
            statement.execute("select pg_reload_conf()");
            awaitSynchronous(statement);
            return follower;
        }
    }

    private void copyData(Path directory) throws IOException {
        copyTree(data, directory);
        for (String file : List.of("postmaster.pid", "postmaster.opts")) {
            Files.deleteIfExists(directory.resolve(file));
        }
    }

    /** What is deleted while it is copied is not needed: the log says so. */
    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A server does not start on data that others may read, or that belong to somebody else. */
    private void own(Path directory) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(data, "posix:permissions,owner");
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored) throws IOException {
                Files.setAttribute(folder, "posix:permissions", attributes.get("permissions"));
                Files.setAttribute(folder, "posix:owner", attributes.get("owner"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
                Files.setAttribute(file, "posix:owner", attributes.get("owner"));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void awaitSynchronous(Statement statement) throws SQLException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            try (ResultSet rows = statement.executeQuery(
                    "select 1 from pg_stat_replication where sync_state = 'sync' and state = 'streaming'")) {
                if (rows.next()) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the follower does not follow");
    }

    /** Makes a follower the server that takes writes. */
    public void promote() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet promoted = statement.executeQuery("select pg_promote(true, 60)")) {
            promoted.next();
            if (!promoted.getBoolean(1)) {
                throw new IllegalStateException("the follower is not promoted");
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
