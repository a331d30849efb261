package no.torg.postgres;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** What this machine, or the container we run in, has of memory. */
final class Memory {

    private Memory() {
    }

    static long megabytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
