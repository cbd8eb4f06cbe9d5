package org.leadager.rounds;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.leadager.access.BaseUrl;
import org.leadager.access.Token;
import org.leadager.people.Person;
import org.leadager.platform.mail.Mail;

/** The mail by which a rater is asked, and asked again. */
final class Letters {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final BaseUrl baseUrl;

  Letters(BaseUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  Mail invitation(String key, Person rater, Round round, Token link, int forms) {
    String until =
        round.closesOn() == null
            ? ""
            : "\nPlease answer by %s. ".formatted(DAY.format(round.closesOn()));
    String text =
        """
        Hello %s,

        you are asked how often you see %s do what the job calls for.
        %sYou need no account. Your private link:

        %s/r/%s

        Your answers are saved as you go; come back by the same link when you like.
        Peers, direct reports and others are shown only in groups of %d or more. A boss is shown by name. \
        Whoever runs the server could reach the data by technical means, and your own words may still give \
        you away.

        Please do not pass this link on: it opens your answers.
        """
            .formatted(
                rater.name(),
                forms == 1 ? "one person" : forms + " people",
                until,
                baseUrl.text(),
                link.text(),
                round.minimumGroup());
    return new Mail(key, address(rater), "Your view is asked for: " + oneLine(round.name()), text);
  }

  Mail reminder(String key, Person rater, Round round, Token link, int missing) {
    String text =
        """
        Hello %s,

        %s not sent yet. Please answer by %s; after that the round closes.
        What you have answered so far is kept. This private link opens it, as does the first one we sent:

        %s/r/%s

        If you would rather not answer, you need do nothing. This is the only reminder.

        Please do not pass this link on: it opens your answers.
        """
            .formatted(
                rater.name(),
                missing == 1
                    ? "one form that you were asked for is"
                    : missing + " forms that you were asked for are",
                DAY.format(Objects.requireNonNull(round.closesOn())),
                baseUrl.text(),
                link.text());
    return new Mail(key, address(rater), "A reminder: " + oneLine(round.name()), text);
  }

  private static String address(Person rater) {
    String mail = rater.mail();
    if (mail == null) {
      throw new IllegalStateException("a rater without an address: " + rater.id());
    }
    return mail;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
