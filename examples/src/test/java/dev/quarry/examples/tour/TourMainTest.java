package dev.quarry.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TourMainTest {
    private static final int QUESTIONS = 13;
    private static final String SCAN = "scan of every record";

    @TempDir
    private static Path directory;

    private static String printed;
    private static TourOutput output;

    @BeforeAll
    static void takeTheTour() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Tour.main(new String[] {file()});
        } finally {
            System.setOut(before);
        }
        printed = bytes.toString(StandardCharsets.UTF_8);
        output = new TourOutput(printed);
    }

    private static String file() {
        return directory.resolve("tour.db").toString();
    }

    @Test
    void everyProgressBarEndsFull() {
        assertThat(output.lastBar("cities")).contains("100%", " 171075/171075 records");
        assertThat(output.lastBar("countries")).contains("100%", " 250/250 records");
        assertThat(output.lastBar("earthquakes")).contains("100%", " 1707/1707 records");
        assertThat(printed).contains("into " + file()).contains("173,032 records are in the file.");
    }

    @Test
    void everyQuestionShowsItsLambdaAnswersSqlAndAccess() {
        assertThat(output.questions()).isEqualTo(QUESTIONS);
        for (int question = 1; question <= QUESTIONS; question++) {
            assertThat(output.title(question)).isNotBlank();
            assertThat(output.lambda(question)).contains(" -> ");
            assertThat(output.answers(question)).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(output.sql(question)).startsWith("select … from \"").contains(" where ");
            assertThat(output.access(question)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; c -> c.country().equals(country) && c.name().startsWith(start)",
                "2; c -> c.lat() > latitude",
                "3; c -> c.country().equals(country)",
                "4; c -> c.landlocked() && c.borders().contains(one) && c.borders().contains(other)",
                "5; c -> c.region().equals(region) && c.languages().containsKey(language)",
                "6; c -> c.subregion() == null",
                "7; c -> c.cca2().equals(code)",
                "8; q -> q.magnitude() != null && q.magnitude() >= least",
                "9; (q -> q.felt() != null && q.felt() > people) or (q -> q.tsunami())",
                "10; q -> !q.time().isBefore(from) && q.time().isBefore(to)",
                "11; q -> q.status() == status && q.depth() * 1000 > depth * 1000 && q.significance() % 2 == 0",
                "12; q -> (type == null || q.magType().equals(type)) && q.types().size() > least",
                "13; c -> c.country().equals(country)"
            })
    void theLambdaIsTheOneInTheSource(int question, String lambda) {
        assertThat(output.lambda(question)).isEqualTo(lambda);
    }

    /** Where an index leads with what is compared, it is used; nothing else is indexed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; index (country, name)",
                "2; index (lat)",
                "3; index (country, name)",
                "4; " + SCAN,
                "5; index (region)",
                "6; " + SCAN,
                "7; index (cca2)",
                "8; index (magnitude)",
                "9; " + SCAN,
                "10; index (time)",
                "11; " + SCAN,
                "12; " + SCAN,
                "13; index (country, name)"
            })
    void recordsAreFoundAsAReaderExpects(int question, String access) {
        assertThat(output.access(question)).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 0; City[name=Athens, country=GR, ",
                "1; 1; City[name=Athíkia, country=GR, ",
                "2; 0; City[name=Longyearbyen, country=SJ, ",
                "3; 0; 7650",
                "4; 0; Liechtenstein",
                "5; 3; Wallis and Futuna",
                "6; 0; Antarctica",
                "7; 0; ISL=Country[cca2=IS, ",
                "8; 0; 6.4 22km NNE of Hualian, Taiwan 2018-02-06T15:50:42.400Z",
                "9; 0; 3.12 12km NNW of Friday Harbor, Washington ",
                "10; 0; 46",
                "11; 1; 4.8 204km SSW of Ndoi Island, Fiji ",
                "12; 0; 3",
                "13; 0; City[name=Øystese, country=NO, "
            })
    void theAnswersAreTheKnownOnes(int question, int answer, String start) {
        assertThat(output.answers(question).get(answer)).startsWith(start);
    }

    @Test
    void whatAQuestionDoesNotSayIsNotInItsSql() {
        assertThat(output.sql(12)).doesNotContain("magType").contains("\"types\"");
    }

    @Test
    void theRecordsAreInTheFileAfterwards() {
        try (Database db = DB.open(file())) {
            assertThat(World.open(db).size()).isEqualTo(173_032);
        }
    }
}
