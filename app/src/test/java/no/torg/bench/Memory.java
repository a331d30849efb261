package no.torg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What memory a process takes, as the machine sees it, in MB. */
record Memory(long pid) {

    /** "Pause Young (Allocation Failure) 190M->95M(250M)" */
    private static final Pattern COLLECTED = Pattern.compile("Pause .*->(\\d+)M\\(");

    /** The most that was resident since the process began, or since {@link #forgetPeak}. */
    long peak() throws IOException {
        return status("VmHWM:");
    }

    long resident() throws IOException {
        return status("VmRSS:");
    }

    /** From now on the peak is that of what comes. */
    void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
    }

    /** Waits until the process ends and gives its peak. */
    long untilEnded(Process process) throws InterruptedException {
        long peak = 0;
        while (process.isAlive()) {
            try {
                peak = Math.max(peak, peak());
            } catch (IOException | IllegalStateException ending) {
                // it has no memory any more, only an exit code
            }
            Thread.sleep(100);
        }
        return peak;
    }

    /** What a heap held at the end by what its collector told: the least that a collection of the last quarter left. */
    static double heap(Path collections) throws IOException {
        var left = Files.readAllLines(collections).stream().map(COLLECTED::matcher).filter(line -> line.find()).map(line -> Integer.parseInt(line.group(1))).toList();
        List<Integer> last = left.subList(left.size() * 3 / 4, left.size());
        return last.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow(() -> new IllegalStateException("Process " + pid + " has ended"));
    }
}
