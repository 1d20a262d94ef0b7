package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.PostgresServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that goes while the first connection to it is set up, and comes back. */
final class FirstConnectionTest {
    record Note(String text) {}

    /** Forwards what programs and a server say to each other, and once cuts them off where the program says a text. */
    private static final class Wire implements Closeable {
        private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final URI server;
        private final String text;
        private final AtomicInteger cuts = new AtomicInteger();

        Wire(String url, String text) throws IOException {
            this.server = URI.create(url.substring("jdbc:".length()));
            this.text = text;
            start(this::accept);
        }

        String url() {
            return "jdbc:postgresql://localhost:" + here.getLocalPort() + server.getPath() + "?" + server.getQuery();
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work, "wire");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket program = here.accept();
                    Socket there = new Socket(server.getHost(), server.getPort());
                    start(() -> forward(program, there, true));
                    start(() -> forward(there, program, false));
                }
            } catch (IOException e) {
                // the wire was closed
            }
        }

        private void forward(Socket from, Socket to, boolean listening) {
            byte[] buffer = new byte[8_192];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    if (listening && said.contains(text) && cuts.compareAndSet(0, 1)) {
                        return;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // the other end is gone
            }
        }

        @Override
        public void close() throws IOException {
            here.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOW TRANSACTION ISOLATION LEVEL", "lock_timeout"})
    void theNextConnectionServes(String text) throws IOException {
        try (Wire wire = new Wire(PostgresServer.newDatabase(), text);
                Database db = DB.open(wire.url())) {
            DB.set(db.store("notes", Note.class), "a", new Note("a"));

            assertThat(wire.cuts).hasValue(1);
            assertThat(DB.count(db.store("notes", Note.class))).isEqualTo(1);
        }
    }
}
