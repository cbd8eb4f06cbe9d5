package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rater who answers one question after another until the server is gone, and remembers what the
 * server has acknowledged. Used by one thread at a time.
 */
final class AnsweringRater {
  /** An answer to a question on a page of a form. */
  record Given(String form, int page, String question, String answer) {}

  private final String link;
  private final int number;
  private final Map<String, Given> acknowledged = new LinkedHashMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private final Set<String> sending = new HashSet<>();
  private Given last = new Given("", 0, "", "");

  AnsweringRater(String link, int number) {
    this.link = link;
    this.number = number;
  }

  /**
   * Answers all forms; every second rater sends the first form after its first page.
   *
   * @param saves counts acknowledged answers
   * @param sent counts acknowledged forms
   */
  void answer(URI address, AtomicInteger saves, AtomicInteger sent) {
    RaterByHttp rater = new RaterByHttp(address, link);
    try {
      for (String form : rater.forms()) {
        boolean sendsEarly = receipts.isEmpty() && number % 2 == 0;
        String page = rater.page(form, 1);
        for (int n = 1; !RaterByHttp.isLast(page); page = rater.page(form, ++n)) {
          answer(rater, form, n, page, saves);
          if (sendsEarly) {
            break;
          }
        }
        if (sendsEarly) {
          sending.add(form);
          receipts.put(form, RaterByHttp.receipt(rater.submit(form, page).body()));
          sent.incrementAndGet();
        }
      }
    } catch (UncheckedIOException e) {
      // The server is gone, as the test wants it; what was acknowledged is in the fields.
      assertThat(acknowledged).as("answers before the end: " + e).isNotEmpty();
    }
  }

  private void answer(RaterByHttp rater, String form, int page, String body, AtomicInteger saves) {
    RaterByHttp.options(body)
        .forEach((question, options) -> {
          int choice = Math.floorMod(question.hashCode() + number, options.size());
          last = new Given(form, page, question, options.get(choice));
          HttpResponse<String> saved = rater.save(form, body, Map.of(question, last.answer()));
          assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
          acknowledged.put(form + question, last);
          saves.incrementAndGet();
        });
  }

  /** Comes back and finds every acknowledged answer and receipt as it was. */
  void findEverything(URI address) {
    RaterByHttp rater = new RaterByHttp(address, link);
    receipts.forEach(
        (form, receipt) -> assertThat(RaterByHttp.receipt(rater.page(form, 1))).isEqualTo(receipt));
    Map<String, Map<String, String>> pages = new HashMap<>();
    for (Given given : acknowledged.values()) {
      // A form whose receipt was under way when the end came may be in, and shows no answers then.
      if (!sending.contains(given.form()) || !isSent(rater, given.form())) {
        Map<String, String> there =
            pages.computeIfAbsent(
                given.form() + "?page=" + given.page(),
                page -> RaterByHttp.given(rater.page(given.form(), given.page())));
        assertThat(there).containsEntry(given.question(), given.answer());
      }
    }
  }

  private static boolean isSent(RaterByHttp rater, String form) {
    return rater.page(form, 1).contains("id=\"receipt\"");
  }

  /**
   * Sends again what the server may or may not have heard, as a browser would, and then every form
   * that was begun. Gives their number.
   */
  int sendEverythingAgain(URI address) {
    RaterByHttp rater = new RaterByHttp(address, link);
    if (!sending.contains(last.form())) {
      String page = rater.page(last.form(), last.page());
      for (int time = 0; time < 2; time++) {
        HttpResponse<String> saved =
            rater.save(last.form(), page, Map.of(last.question(), last.answer()));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
      }
    }
    String unsent = rater.page(rater.forms().getLast(), 1);
    List<String> begun = acknowledged.values().stream().map(Given::form).distinct().toList();
    for (String form : begun) {
      String receipt = RaterByHttp.receipt(rater.submit(form, unsent).body());
      assertThat(receipt).isEqualTo(receipts.getOrDefault(form, receipt));
    }
    return begun.size();
  }
}
