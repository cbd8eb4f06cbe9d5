package org.leadager.platform.control;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The commands that this program knows, by name. */
@Component
public final class LocalCommands {
  private final List<LocalCommand> commands;

  LocalCommands(List<LocalCommand> commands) {
    this.commands = commands;
  }

  /** Runs the command of this name; an unknown name is refused with the names there are. */
  public LocalCommand.Result run(String name, LocalCommand.Request request) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .map(command -> command.run(request))
        .orElseGet(() -> new LocalCommand.Result(1, unknown(name)));
  }

  private String unknown(String name) {
    String known =
        commands.stream().map(LocalCommand::name).sorted().collect(Collectors.joining(", "));
    return "There is no command '%s' in this version%s."
        .formatted(name, known.isEmpty() ? "" : "; there is " + known);
  }
}
