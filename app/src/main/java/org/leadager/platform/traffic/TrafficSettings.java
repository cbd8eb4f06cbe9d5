package org.leadager.platform.traffic;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much the server takes on ({@code leadager.http.*}).
 *
 * @param concurrentRequests requests worked on at once
 * @param waitingRequests requests that may wait for their turn; more are refused at once
 * @param waitingTime how long one waits before it is refused
 * @param retryAfter when a refused client may come back
 * @param bodyLimit the largest request body
 * @param uploadLimit the largest request body on the addresses that take files
 * @param uploadPaths the addresses that take files
 */
@ConfigurationProperties("leadager.http")
record TrafficSettings(
    int concurrentRequests,
    int waitingRequests,
    Duration waitingTime,
    Duration retryAfter,
    DataSize bodyLimit,
    DataSize uploadLimit,
    Pattern uploadPaths) {}
