package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys that Quarry makes. */
final class GeneratedKeysTest {
    private static final int MANY = 20_000;

    @Test
    void aKeyIsAUuidOfVersion7ThatHoldsTheTime() {
        long before = System.currentTimeMillis();
        UUID key = UUID.fromString(DB.generateKey());

        assertThat(key.version()).isEqualTo(7);
        assertThat(key.variant()).isEqualTo(2);
        assertThat(key.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 60_000);
    }

    @Test
    void laterKeysSortBehindEarlierOnes() {
        List<String> keys = Stream.generate(DB::generateKey).limit(MANY).toList();

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverGetTheSameKeyAndEachSeesItsOwnInOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<String>> task = () -> {
                List<String> keys = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    keys.add(DB.generateKey());
                }
                return keys;
            };
            Set<String> all = new HashSet<>();
            for (Future<List<String>> keys :
                    threads.invokeAll(List.of(task, task, task, task, task, task, task, task))) {
                assertThat(keys.get()).isSorted();
                all.addAll(keys.get());
            }
            assertThat(all).hasSize(8 * MANY);
        } finally {
            threads.shutdownNow();
        }
    }
}
