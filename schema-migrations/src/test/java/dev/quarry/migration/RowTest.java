package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowTest {
    private static final Row ROW = new Row(Map.of("number", 7, "flag", true, "letters", List.of('a', 'b')));

    @Test
    void aPrimitiveTypeAsksForWhatItsBoxDoes() {
        int number = ROW.get("number", int.class);
        assertThat(number).isEqualTo(ROW.get("number", Integer.class)).isEqualTo(7);
        assertThat(ROW.find("flag", boolean.class)).contains(true);
        assertThat(ROW.list("letters", char.class)).containsExactly('a', 'b');
    }

    @Test
    void whatIsOfAnotherTypeIsSaidToBe() {
        assertThatThrownBy(() -> ROW.get("number", long.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component 'number' is of type Integer, not long");
        assertThatThrownBy(() -> ROW.find("number", String.class))
                .hasMessage("component 'number' is of type Integer, not String");
    }
}
