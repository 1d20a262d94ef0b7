package dev.quarry.engine;

import dev.quarry.error.OutcomeUnknown;
import java.sql.SQLException;

/** How a change of tables is made while no other one goes on in the database. Thread-safe. */
interface PostgresChange {

    /** A transaction that writes. */
    interface Transactions {
        /** Runs work in one, whose session makes tables in a certain way. */
        <R> R run(Definitions definitions, Work<R> work) throws SQLException;
    }

    /** Gives a session of its own. */
    @FunctionalInterface
    interface Sessions {
        Session open() throws SQLException;
    }

    /** Runs work that changes tables, alone. */
    <R> R run(Transactions transactions, Work<R> work) throws SQLException;

    /** The way that fits what the database has. */
    static PostgresChange of(Capabilities capabilities, PostgresSource source, Settings settings, Sessions sessions) {
        if (!capabilities.has(Capability.TRANSACTIONAL_DDL)) {
            return new Journaled(new Lease(source, settings.timeout()), sessions);
        }
        return capabilities.has(Capability.ADVISORY_LOCKS)
                ? new Locked()
                : new Leased(new Lease(source, settings.timeout()));
    }

    /** In the transaction of the change, which goes on where something cannot be made. */
    Definitions INSIDE = (session, statement, undo) -> Savepoint.around(session, within -> {
        within.executeOnce(statement);
        return statement;
    });

    /** Under a lock that ends with the transaction. */
    final class Locked implements PostgresChange {
        private static final String LOCK =
                "select pg_advisory_xact_lock(hashtext('quarry catalog'), hashtext(current_schema()))";

        @Override
        public <R> R run(Transactions transactions, Work<R> work) throws SQLException {
            return transactions.run(INSIDE, session -> {
                session.statement(LOCK).executeQuery().close();
                return work.run(session);
            });
        }
    }

    /** In a turn that is leased. */
    final class Leased implements PostgresChange {
        private final Lease lease;

        private Leased(Lease lease) {
            this.lease = lease;
        }

        @Override
        public <R> R run(Transactions transactions, Work<R> work) throws SQLException {
            try (Lease.Turn turn = lease.take()) {
                return transactions.run(INSIDE, confirmed(turn, work));
            }
        }
    }

    /** In a turn that is leased, with each table made in a transaction of its own. */
    final class Journaled implements PostgresChange {
        private final Lease lease;
        private final Sessions sessions;

        private Journaled(Lease lease, Sessions sessions) {
            this.lease = lease;
            this.sessions = sessions;
        }

        @Override
        public <R> R run(Transactions transactions, Work<R> work) throws SQLException {
            try (Lease.Turn turn = lease.take();
                    Journal journal = new Journal(turn, sessions.open())) {
                journal.settleEarlier();
                return settled(journal, transactions, confirmed(turn, session -> {
                    R result = work.run(session);
                    journal.filled();
                    return result;
                }));
            }
        }

        /** What became of a change is in the journal, unless nobody knows: then the next change will. */
        private static <R> R settled(Journal journal, Transactions transactions, Work<R> work) throws SQLException {
            boolean known = true;
            try {
                return transactions.run(journal, work);
            } catch (OutcomeUnknown e) {
                known = false;
                throw e;
            } finally {
                if (known) {
                    journal.settleOwn();
                }
            }
        }
    }

    private static <R> Work<R> confirmed(Lease.Turn turn, Work<R> work) {
        return session -> {
            R result = work.run(session);
            turn.confirm(session);
            return result;
        };
    }
}
