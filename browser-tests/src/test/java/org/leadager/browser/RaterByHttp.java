package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rater behind a private link, without a browser. */
final class RaterByHttp {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  private static final Pattern OPTION =
      Pattern.compile("name=\"(q\\.[^\"]+)\" value=\"([^\"]+)\"( checked)?");
  private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([^<]+)<");

  private final Http http;
  private final String link;

  RaterByHttp(URI address, String link) {
    this.http = new Http(address);
    this.link = link;
  }

  /** The forms this rater is asked to fill in, as paths. */
  List<String> forms() {
    return Pattern.compile(Pattern.quote(link) + "/[0-9a-f-]{36}")
        .matcher(http.get(link).body())
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /**
   * Answers every question of every form, and sends them.
   *
   * @param shift makes raters differ; the same answers for the same shift
   */
  void answerEverything(int shift) {
    for (String form : forms()) {
      String page = page(form, 1);
      for (int number = 2; !isLast(page); number++) {
        assertThat(save(form, page, answers(page, shift)).statusCode()).isEqualTo(200);
        page = page(form, number);
      }
      assertThat(receipt(submit(form, page).body())).isNotBlank();
    }
  }

  private static Map<String, String> answers(String page, int shift) {
    Map<String, String> answers = new HashMap<>();
    options(page)
        .forEach((question, options) -> {
          int points = options.size() - 1;
          answers.put(question, options.get(Math.floorMod(question.hashCode() + shift, points)));
        });
    return answers;
  }

  /** A page of a form, counted from 1. */
  String page(String form, int number) {
    return http.get(form + "?page=" + number).body();
  }

  /** Whether this page is the one from which the form is sent. */
  static boolean isLast(String page) {
    return page.contains("id=\"send\"");
  }

  /** The answers a page offers, by question; "not able to judge" is the last of each. */
  static Map<String, List<String>> options(String page) {
    return OPTION
        .matcher(page)
        .results()
        .collect(
            Collectors.groupingBy(
                found -> found.group(1),
                LinkedHashMap::new,
                Collectors.mapping(found -> found.group(2), Collectors.toList())));
  }

  /** The answers a page shows as given, by question. */
  static Map<String, String> given(String page) {
    return OPTION
        .matcher(page)
        .results()
        .filter(found -> found.group(3) != null)
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  /** The receipt on this page. */
  static String receipt(String page) {
    return Http.first(RECEIPT, page);
  }

  /** Saves answers as a page does while it is being answered. */
  HttpResponse<String> save(String form, String page, Map<String, String> answers) {
    Map<String, String> fields = new HashMap<>(answers);
    fields.put("seen", Http.first(SEEN, page));
    return http.post(form + "/draft", page, fields);
  }

  /** Sends the form. */
  HttpResponse<String> submit(String form, String page) {
    return http.post(form + "/submission", page, Map.of());
  }
}
