import Glibc

/// A clock for deadlines: it never jumps, and says nothing about the time of day.
public enum MonotonicClock {
    /// Nanoseconds since some moment before the program began.
    public static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
