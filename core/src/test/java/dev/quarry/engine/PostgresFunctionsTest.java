package dev.quarry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.ComputedForm;
import dev.quarry.plan.StoredForm;
import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.JavaFunctions;
import dev.quarry.schema.ScalarKind;
import dev.quarry.testing.PostgresServer;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function on PostgreSQL gives what the method of Java gives, on the ends of the ranges of its operands and between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFunctionsTest {
    private static final int MOST = 3000;
    private static final String MOMENTS = "Instant LocalDate LocalDateTime Duration";

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeAll
    void create() throws SQLException {
        connection = DriverManager.getConnection(PostgresServer.newDatabase());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '10s'");
            for (String function : PostgresFunctions.statements()) {
                statement.execute(function);
            }
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    static Stream<JavaFunction> functions() {
        return JavaFunctions.all().stream().filter(function -> ExactFunctions.has("postgresql", function));
    }

    @Test
    void mostMethodsHaveAFunction() {
        assertThat(functions().count()).isGreaterThan(380);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionGivesWhatTheMethodGives(JavaFunction function) throws SQLException {
        List<Object[]> operands = operands(function);
        List<String> given = inPostgres(function, operands);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            String inJava = inJava(function, operands.get(i));
            if (!inJava.equals(given.get(i))) {
                differences.add(
                        java.util.Arrays.toString(operands.get(i)) + ": " + inJava + " in Java, " + given.get(i));
            }
        }
        assertThat(differences.stream().limit(5))
                .as("%s, %d of %d", function.sqlName(), differences.size(), operands.size())
                .isEmpty();
    }

    /** All combinations of the operands, or many of them. */
    private static List<Object[]> operands(JavaFunction function) {
        List<List<Object>> pools = new ArrayList<>();
        boolean unit = MOMENTS.contains(function.signature().owner())
                && !function.signature().owner().isEmpty();
        long all = 1;
        for (ScalarKind kind : function.signature().operands()) {
            List<Object> pool = Operands.of(kind, unit);
            pools.add(pool);
            all = Math.min(all * pool.size(), Integer.MAX_VALUE);
        }
        Random random = new Random(function.name().hashCode());
        List<Object[]> operands = new ArrayList<>();
        for (int i = 0; i < Math.min(all, MOST); i++) {
            Object[] values = new Object[pools.size()];
            int place = i;
            for (int j = 0; j < values.length; j++) {
                List<Object> pool = pools.get(j);
                values[j] = pool.get(all <= MOST ? place % pool.size() : random.nextInt(pool.size()));
                place /= pool.size();
            }
            operands.add(values);
        }
        return operands;
    }

    private static String inJava(JavaFunction function, Object[] operands) {
        Object result;
        try {
            result = function.apply(operands);
        } catch (RuntimeException e) {
            return "null";
        }
        return isPair(function.signature().result()) ? pair(result) : show(ComputedForm.of(result));
    }

    private static boolean isPair(ScalarKind kind) {
        return kind == ScalarKind.INSTANT || kind == ScalarKind.DURATION || kind == ScalarKind.LOCAL_DATE_TIME;
    }

    private static String pair(Object value) {
        return "{" + StoredForm.first(value) + "," + StoredForm.second(value) + "}";
    }

    private static String show(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private List<String> inPostgres(JavaFunction function, List<Object[]> operands) throws SQLException {
        return inPostgres(function, operands, OptionalInt.empty());
    }

    /** The same with null in the place of one operand. */
    private List<String> inPostgres(JavaFunction function, List<Object[]> operands, OptionalInt missing)
            throws SQLException {
        List<ScalarKind> kinds = function.signature().operands();
        List<String> arrays = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        List<Array> values = new ArrayList<>();
        for (int j = 0; j < kinds.size(); j++) {
            int at = j;
            ScalarKind kind = kinds.get(j);
            if (isPair(kind)) {
                values.add(array("int8", operands.stream().map(o -> StoredForm.first(o[at]))));
                values.add(array("int8", operands.stream().map(o -> StoredForm.second(o[at]))));
                arrays.add("?::int8[], ?::int8[]");
                calls.add("array[o" + (values.size() - 2) + ", o" + (values.size() - 1) + "]");
            } else {
                String type = type(kind);
                values.add(array(type, operands.stream().map(o -> ComputedForm.of(o[at]))));
                arrays.add("?::" + type + "[]");
                calls.add("o" + (values.size() - 1));
            }
        }
        missing.ifPresent(place -> calls.set(place, "null"));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            columns.add("o" + i);
        }
        String sql = "select " + function.sqlName() + "(" + String.join(", ", calls) + ") from unnest("
                + String.join(", ", arrays) + ") with ordinality as operands(" + String.join(", ", columns)
                + ", place) order by place";
        List<String> results = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setArray(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    results.add(result(function.signature().result(), rows));
                }
            }
        }
        return results;
    }

    private static String result(ScalarKind kind, ResultSet rows) throws SQLException {
        if (isPair(kind)) {
            return String.valueOf(rows.getString(1));
        }
        Object value = rows.getObject(1);
        if (value != null) {
            assertThat(value).isInstanceOfAny(Long.class, Double.class, String.class, byte[].class);
        }
        return show(value);
    }

    private Array array(String type, Stream<@Nullable Object> values) throws SQLException {
        return connection.createArrayOf(type, type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray());
    }

    private static String type(ScalarKind kind) {
        return switch (kind) {
            case DOUBLE, FLOAT -> "float8";
            case STRING, BIG_DECIMAL -> "text";
            case UUID -> "bytea";
            default -> "int8";
        };
    }

    @Test
    void theirNumberGoesUpWithEveryChange() {
        assertThat(PostgresFunctions.version())
                .as("after a change of what released programs have, count NUMBER up and say both here")
                .isEqualTo("1 8e2a6db8f4f13afd824b9d42ea11695ebbe2c3a20e9ae185b802c225baf0f09b");
    }

    @Test
    void aNullOperandGivesNullWhereItIsNoDouble() throws SQLException {
        List<String> differences = new ArrayList<>();
        for (JavaFunction function : functions().toList()) {
            List<ScalarKind> kinds = function.signature().operands();
            for (int j = 0; j < kinds.size(); j++) {
                boolean real = kinds.get(j) == ScalarKind.DOUBLE || kinds.get(j) == ScalarKind.FLOAT;
                if (!real) {
                    withNull(function, j).ifPresent(differences::add);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** What is wrong where an operand is null, whatever the others are. */
    private Optional<String> withNull(JavaFunction function, int place) {
        String subject = function.sqlName() + ", operand " + place + ": ";
        try {
            long wrong = inPostgres(function, operands(function), OptionalInt.of(place)).stream()
                    .filter(result -> !result.equals("null"))
                    .count();
            return wrong == 0 ? Optional.empty() : Optional.of(subject + wrong + " times not null");
        } catch (SQLException e) {
            return Optional.of(subject + e.getMessage());
        }
    }

    @Test
    void decimalsAreReadFromTheirColumns() throws SQLException {
        for (Object value : Operands.of(ScalarKind.BIG_DECIMAL, false)) {
            BigDecimal decimal = (BigDecimal) value;
            try (PreparedStatement statement = connection.prepareStatement("select quarry_decimal(?, ?)")) {
                statement.setBytes(1, (byte[]) StoredForm.first(decimal));
                statement.setLong(2, (long) StoredForm.second(decimal));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo(decimal.toString());
                }
            }
        }
    }
}
